import type { Draft } from "../../queue/apply/draft.ts";
import type { Ticket, TicketStatus } from "../../queue/ticket.ts";
import type { Appointment, AppointmentStatus } from "../appointment.ts";
import { changeAppointment } from "./change-appointment.ts";
import { inTheWayOf } from "./take-slot.ts";

const STATUS: Readonly<Record<TicketStatus, AppointmentStatus>> = {
  waiting: "checked_in",
  called: "checked_in",
  serving: "checked_in",
  on_hold: "checked_in",
  completed: "completed",
  cancelled: "cancelled",
  no_show: "no_show",
};

/**
 * One visit has one end: what becomes of the ticket becomes of its appointment, unless that has a new ticket since. A
 * visitor who comes back after the time was given to somebody else comes back to the line alone.
 */
export const followTicket = (draft: Draft, ticket: Ticket, by: Appointment["cancelledBy"]): void => {
  if (ticket.appointmentId === undefined) return;
  const appointment = draft.appointments.get(ticket.appointmentId);
  const status = STATUS[ticket.status];
  if (appointment === undefined || appointment.ticketId !== ticket.id || appointment.status === status)
    return;
  if (status === "checked_in" && inTheWayOf(draft, appointment) !== undefined) {
    changeAppointment(draft, appointment.id, { ticketId: null });
    return;
  }
  changeAppointment(draft, appointment.id, { status, cancelledBy: status === "cancelled" ? by : null });
};
