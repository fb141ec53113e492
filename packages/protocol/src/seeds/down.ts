import { z } from "zod";
import { appointmentUpdate } from "./appointment-update.ts";
import { connection } from "./connection.ts";
import { seedError } from "./error.ts";
import { newAppointment } from "./new-appointment.ts";
import { newEntry } from "./new-entry.ts";
import { seedPong } from "./pong.ts";
import { queueUpdate } from "./queue-update.ts";
import { refresh } from "./refresh.ts";
import { ticketCalled } from "./ticket-called.ts";
import { ticketUpdated } from "./ticket-updated.ts";

/** `/ws/queue/{shop_id}` */
export const queueSocketDown = z.discriminatedUnion("type", [queueUpdate, newEntry, seedPong, seedError]);
/** `/ws/appointments/{shop_id}` */
export const appointmentsSocketDown = z.discriminatedUnion("type", [
  appointmentUpdate,
  newAppointment,
  seedPong,
  seedError,
]);
/** `/ws/tenants/{slug}/displays/{id}` */
export const displaySocketDown = z.discriminatedUnion("type", [
  connection,
  ticketCalled,
  ticketUpdated,
  refresh,
  seedPong,
  seedError,
]);

export type QueueSocketFrame = z.infer<typeof queueSocketDown>;
export type AppointmentsSocketFrame = z.infer<typeof appointmentsSocketDown>;
export type DisplaySocketFrame = z.infer<typeof displaySocketDown>;
