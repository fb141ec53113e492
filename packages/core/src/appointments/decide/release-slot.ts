import type { CommandOf } from "../../queue/command-of.ts";
import { accept, refuse } from "../../queue/decide/answer.ts";
import type { Decision } from "../../queue/decision.ts";
import type { ShopState } from "../../queue/shop.ts";
import { findAppointment } from "./find-appointment.ts";

export const releaseSlot = (state: ShopState, command: CommandOf<"release-slot">): Decision => {
  const held = findAppointment(state, command.appointmentId, "release", ["held"]);
  if ("code" in held) return refuse(held);
  return accept([{ type: "slot-released", appointmentId: held.id }]);
};
