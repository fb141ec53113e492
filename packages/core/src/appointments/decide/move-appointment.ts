import { actsForShop } from "../../queue/acts-for-shop.ts";
import type { CommandOf } from "../../queue/command-of.ts";
import { accept, refuse } from "../../queue/decide/answer.ts";
import type { Decision, DecisionContext } from "../../queue/decision.ts";
import type { ShopState } from "../../queue/shop.ts";
import { assignSlot } from "../availability/assign-slot.ts";
import { changeRefusal } from "./change-refusal.ts";
import { findAppointment } from "./find-appointment.ts";

/** One decision: the old slot is let go and the new one taken, or nothing happens. */
export const moveAppointment = (
  state: ShopState,
  command: CommandOf<"move-appointment">,
  ctx: DecisionContext,
): Decision => {
  const appointment = findAppointment(state, command.appointmentId, "move", ["scheduled"]);
  if ("code" in appointment) return refuse(appointment);
  const refusal = changeRefusal(appointment, state.shop, ctx);
  if (refusal !== undefined) return refuse(refusal);
  const serviceId = command.serviceId ?? appointment.serviceId;
  const terms = { now: ctx.now, byStaff: actsForShop(ctx.by), ignoring: appointment.id };
  const slotWith = (providerId: string | null) =>
    assignSlot(state, { serviceId, start: command.start, providerId }, terms);
  const first = slotWith(command.providerId ?? appointment.providerId);
  // Nobody was asked for: anyone else will do.
  const slot = "code" in first && command.providerId === null ? slotWith(null) : first;
  if ("code" in slot) return refuse(slot);
  return accept([{ type: "appointment-moved", appointmentId: appointment.id, serviceId, ...slot }]);
};
