import type { Ticket } from "../queue/ticket.ts";
import { isoTime } from "./iso-time.ts";

/** What marks a ticket that came by appointment: its booked time. */
export const appointmentTime = ({ dueAt }: Pick<Ticket, "dueAt">): { readonly appointment_time?: string } =>
  dueAt === undefined ? {} : { appointment_time: isoTime(dueAt) };
