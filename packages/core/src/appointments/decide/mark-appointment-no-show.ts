import type { CommandOf } from "../../queue/command-of.ts";
import { accept, refuse } from "../../queue/decide/answer.ts";
import { markNoShow } from "../../queue/decide/mark-no-show.ts";
import type { Decision } from "../../queue/decision.ts";
import type { ShopState } from "../../queue/shop.ts";
import { findAppointment } from "./find-appointment.ts";

/** Once checked in, it is the called ticket that nobody answers to, and the appointment follows. */
export const markAppointmentNoShow = (
  state: ShopState,
  { appointmentId }: CommandOf<"mark-appointment-no-show">,
): Decision => {
  const appointment = findAppointment(state, appointmentId, "no-show", ["scheduled", "checked_in"]);
  if ("code" in appointment) return refuse(appointment);
  if (appointment.ticketId !== null)
    return markNoShow(state, { type: "mark-no-show", ticketId: appointment.ticketId });
  return accept([{ type: "appointment-missed", appointmentId }]);
};
