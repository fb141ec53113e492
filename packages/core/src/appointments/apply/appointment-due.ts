import { changeTicket, type Draft, queueOf, ticketOf } from "../../queue/apply/draft.ts";
import { orderLine } from "../../queue/apply/line.ts";
import type { EventOf } from "../../queue/event-of.ts";
import { changeAppointment } from "./change-appointment.ts";

/** From now on the queue's `walkInsAhead` counts for the ticket. */
export const applyAppointmentDue = (draft: Draft, event: EventOf<"appointment-due">): void => {
  changeAppointment(draft, event.appointmentId, {});
  const { id, queueId, status } = ticketOf(draft, event.ticketId);
  changeTicket(draft, id, { due: true });
  if (status !== "waiting") return;
  const queue = queueOf(draft, queueId);
  orderLine(draft, queue, queue.line);
};
