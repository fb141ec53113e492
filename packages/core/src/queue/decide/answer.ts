import type { Decision } from "../decision.ts";
import type { EventBody } from "../events.ts";
import type { Refusal } from "../refusals.ts";
import type { TicketId } from "../ticket.ts";

export const refuse = (refusal: Refusal): Decision => ({ ok: false, refusal });

export const accept = (events: readonly EventBody[], ticketId: TicketId | null = null): Decision => ({
  ok: true,
  events,
  ticketId,
});
