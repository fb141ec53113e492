import type { CommandOf } from "../../queue/command-of.ts";
import { accept, refuse } from "../../queue/decide/answer.ts";
import type { Decision } from "../../queue/decision.ts";
import type { ShopState } from "../../queue/shop.ts";
import { findAppointment } from "./find-appointment.ts";

export const sayOnMyWay = (state: ShopState, command: CommandOf<"say-on-my-way">): Decision => {
  const appointment = findAppointment(state, command.appointmentId, "on-my-way", ["scheduled"]);
  if ("code" in appointment) return refuse(appointment);
  return accept([{ type: "visitor-on-the-way", appointmentId: appointment.id }]);
};
