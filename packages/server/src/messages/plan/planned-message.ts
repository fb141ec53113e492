import type { Instant } from "@callnext/core";
import type { PlannedKind } from "../message-kind.ts";
import type { MessageAbout, MessageSubject } from "../message.ts";

/** Something to be said later, or at once. By which ways is decided when it is sent: a browser may join until then. */
export interface PlannedMessage {
  readonly kind: PlannedKind;
  /** Within the shop; the same message is planned once, however often its reason is read. */
  readonly name: string;
  readonly subject: MessageSubject;
  readonly about: MessageAbout;
  readonly dueAt: Instant;
  /** From then on it makes no sense and is not sent. */
  readonly validUntil: Instant;
}

export const MINUTE_MS = 60_000;

export function onAppointment(appointmentId: number): MessageSubject {
  return { appointmentId, ticketId: null, waitingId: null };
}

export function onTicket(ticketId: string): MessageSubject {
  return { appointmentId: null, ticketId, waitingId: null };
}
