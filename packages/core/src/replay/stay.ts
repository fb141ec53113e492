import type { Ticket } from "../queue/ticket.ts";
import type { Instant } from "../queue/time.ts";

/** One visitor's stay in one queue's line, and what came of it. A ticket that returned or was sent on has several. */
export interface Stay {
  /** As it entered the line: class and seniority. */
  readonly ticket: Ticket;
  readonly enteredAt: Instant;
  /** Null: never called. */
  readonly calledAt: Instant | null;
  readonly counterId: string | null;
  /** When its counter was free again; null while it is not, or where it was never called. */
  readonly freedAt: Instant | null;
  /** When it left the line uncalled (left, removed, sent elsewhere), or null. */
  readonly leftAt: Instant | null;
}

/** Early arrival is not waiting: a ticket's seniority may lie after its entering the line. */
export const waitsSince = ({ enteredAt, ticket }: Stay): Instant => Math.max(enteredAt, ticket.joinedAt);
