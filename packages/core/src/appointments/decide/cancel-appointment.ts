import type { CommandOf } from "../../queue/command-of.ts";
import { accept, refuse } from "../../queue/decide/answer.ts";
import { cancelTicket } from "../../queue/decide/cancel-ticket.ts";
import type { Decision, DecisionContext } from "../../queue/decision.ts";
import type { ShopState } from "../../queue/shop.ts";
import { changeRefusal } from "./change-refusal.ts";
import { findAppointment } from "./find-appointment.ts";

/** Once checked in, it is the ticket that is cancelled, and the appointment follows. */
export const cancelAppointment = (
  state: ShopState,
  command: CommandOf<"cancel-appointment">,
  ctx: DecisionContext,
): Decision => {
  const appointment = findAppointment(state, command.appointmentId, "cancel", ["scheduled", "checked_in"]);
  if ("code" in appointment) return refuse(appointment);
  if (appointment.ticketId !== null)
    return cancelTicket(state, { type: "cancel-ticket", ticketId: appointment.ticketId }, ctx);
  const refusal = changeRefusal(appointment, state.shop, ctx);
  if (refusal !== undefined) return refuse(refusal);
  return accept([{ type: "appointment-cancelled", appointmentId: appointment.id }]);
};
