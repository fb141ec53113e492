import type { Draft } from "../../queue/apply/draft.ts";
import { isLiveAppointment } from "../appointment-status.ts";
import { dropAppointment } from "./change-appointment.ts";

/** A new service day lets go of what ended before it, unless the visitor may still come back to the line. */
export const dropEndedAppointments = (draft: Draft): void => {
  for (const appointment of draft.appointments.values()) {
    const mayReturn = appointment.ticketId !== null && draft.tickets.has(appointment.ticketId);
    if (!isLiveAppointment(appointment) && !mayReturn) dropAppointment(draft, appointment.id);
  }
};
