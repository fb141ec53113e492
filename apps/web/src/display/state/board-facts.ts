import type { DisplayQueue, DisplaySettings, DisplayTicket } from "@callnext/protocol";

/** What a board knows, at one seq of one incarnation of the database. */
export interface BoardFacts {
  readonly epoch: string;
  readonly seq: number;
  readonly settings: DisplaySettings;
  readonly queues: readonly DisplayQueue[];
  /** Newest call first, at most `SHOWN_CALLS`, each ticket once. */
  readonly tickets: readonly DisplayTicket[];
}

export const SHOWN_CALLS = 10;

/** Each ticket once, the first mention counts. */
export function withoutDuplicates(tickets: readonly DisplayTicket[]): readonly DisplayTicket[] {
  const seen = new Set<string>();
  const kept = tickets.filter((ticket) => !seen.has(ticket.id) && seen.add(ticket.id));
  return kept.slice(0, SHOWN_CALLS);
}
