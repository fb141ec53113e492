import type { CommandOf } from "../../queue/command-of.ts";
import { accept, refuse } from "../../queue/decide/answer.ts";
import { completeTicket } from "../../queue/decide/complete-ticket.ts";
import type { Decision } from "../../queue/decision.ts";
import type { ShopState } from "../../queue/shop.ts";
import { findAppointment } from "./find-appointment.ts";

/** Once checked in, it is the ticket's service that is completed, and the appointment follows. */
export const completeAppointment = (
  state: ShopState,
  { appointmentId }: CommandOf<"complete-appointment">,
): Decision => {
  const appointment = findAppointment(state, appointmentId, "complete", ["scheduled", "checked_in"]);
  if ("code" in appointment) return refuse(appointment);
  if (appointment.ticketId !== null)
    return completeTicket(state, { type: "complete-ticket", ticketId: appointment.ticketId });
  return accept([{ type: "appointment-completed", appointmentId }]);
};
