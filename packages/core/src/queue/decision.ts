import type { Actor } from "./actor.ts";
import type { EventBody } from "./events.ts";
import type { Refusal } from "./refusals.ts";
import type { TicketId } from "./ticket.ts";
import type { Instant } from "./time.ts";

/** What a decision needs from outside: the core reads no clock and draws nothing at random. */
export interface DecisionContext {
  /** Already `max(database clock, state.at)`. */
  readonly now: Instant;
  readonly by: Actor;
  /** A fresh UUID each time, for what the command brings into being (a new counter). */
  readonly newId: () => string;
}

/** Events are in order; `ticketId` names the ticket the command was about, where there is one. */
export type Decision =
  | { readonly ok: true; readonly events: readonly EventBody[]; readonly ticketId: TicketId | null }
  | { readonly ok: false; readonly refusal: Refusal };
