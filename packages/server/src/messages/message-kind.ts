/** What messages say. `code` is sent at once and by SMS alone; the others are planned. */
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
] as const;

export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** Those whose ways an organisation chooses. */
export type PlannedKind = Exclude<MessageKind, "code">;

const APPOINTMENT = ["name", "shop", "organisation", "service", "with", "date", "time", "link"] as const;
const TICKET = ["name", "shop", "organisation", "number", "queue", "link"] as const;

/** What each may name, in braces. */
export const PLACEHOLDERS = {
  "appointment-confirmed": APPOINTMENT,
  "appointment-changed": APPOINTMENT,
  "appointment-cancelled": APPOINTMENT,
  "appointment-reminder": APPOINTMENT,
  "appointment-late": [...APPOINTMENT, "expected"],
  "appointment-offer": [...APPOINTMENT, "until"],
  "ticket-near": [...TICKET, "ahead"],
  "ticket-called": [...TICKET, "counter"],
  code: ["shop", "organisation", "code", "minutes"],
} as const satisfies Readonly<Record<MessageKind, readonly string[]>>;

export type Placeholder = (typeof PLACEHOLDERS)[MessageKind][number];
