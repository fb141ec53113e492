import type { Instant } from "@callnext/core";

export const MESSAGE_CHANNELS = ["mail", "sms", "push"] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

export const MESSAGE_STATUSES = ["planned", "sending", "sent", "failed", "skipped"] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

export const SKIP_REASONS = [
  /** Nobody is set up to carry it. */
  "no-provider",
  /** The visitor gave no address that the organisation's choice of ways allows. */
  "no-contact",
  /** What it was to say was no longer so. */
  "moved",
  "cancelled",
  "not-cancelled",
  "arrived",
  "over",
  "answered",
  /** It came to be sent after the last moment at which it made sense; the server may have been down. */
  "too-late",
  "not-a-number",
  "cap-reached",
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

export const FAILURES = [
  /** Taken by nobody, for as long as it made sense. */
  "not-taken",
  /** Refused for good. */
  "refused",
  "address-refused",
  /** The browser no longer wants any. */
  "unsubscribed",
  /** Cut off while it was handed over: whether it went out is not known, so it is not sent again. */
  "interrupted",
  /** No answer in time: likewise. */
  "no-answer",
  "secret-lost",
  /** The server's own mistake; its log says which. */
  "fault",
] as const;
export type MessageFailure = (typeof FAILURES)[number];

export type MessageReason = SkipReason | MessageFailure;

/** What it was planned about; compared with what is so when it is sent. */
export interface MessageAbout {
  /** The booked time. */
  readonly start?: Instant;
  /** As it was last said: minutes late, or null. */
  readonly lateMinutes?: number | null;
  /** Of a reminder: how long before. */
  readonly leadMinutes?: number;
  /** Which call. */
  readonly calls?: number;
}

/** What it is about; one of these. */
export interface MessageSubject {
  readonly appointmentId: number | null;
  readonly ticketId: string | null;
  readonly waitingId: string | null;
}
