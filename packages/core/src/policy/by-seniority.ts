import type { Ticket } from "../queue/ticket.ts";

/** Who joined first comes first; the integer id settles equal times. */
export const bySeniority = (a: Ticket, b: Ticket): number => a.joinedAt - b.joinedAt || a.entry - b.entry;

/** Urgent before priority before ordinary, then by seniority. */
export const byUrgency = (a: Ticket, b: Ticket): number => b.priority - a.priority || bySeniority(a, b);
