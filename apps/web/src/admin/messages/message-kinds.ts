import type { MessageOnWire } from "@callnext/protocol";

/** In the order of a visit. */
export const MESSAGE_KINDS = [
  "appointment-confirmed",
  "appointment-changed",
  "appointment-cancelled",
  "appointment-reminder",
  "appointment-late",
  "appointment-offer",
  "ticket-near",
  "ticket-called",
  "code",
] as const satisfies readonly MessageOnWire["kind"][];

export type MessageKind = (typeof MESSAGE_KINDS)[number];
export type PlannedKind = Exclude<MessageKind, "code">;

export const PLANNED_KINDS = MESSAGE_KINDS.filter((kind): kind is PlannedKind => kind !== "code");

export const MESSAGE_STATUSES = [
  "planned",
  "sending",
  "sent",
  "failed",
  "skipped",
] as const satisfies readonly MessageOnWire["status"][];
