import { agentName } from "./agent-name.ts";
import type { BoardTicket } from "./board-ticket.ts";
import { counterLabel, counterOnWire } from "./counter-on-wire.ts";
import { isoTimeOrNull } from "./iso-time.ts";
import { createIdentityKeeper } from "./keep-identity.ts";
import { smartQueueStatus } from "./smart-queue-status.ts";
import type { DisplayTicket } from "./types.ts";
import type { ViewInput } from "./view-input.ts";

const keep = createIdentityKeeper<BoardTicket, DisplayTicket>();

/** A ticket as boards see it, in the second document's words. Never a visitor's name. */
export const displayTicket = (input: ViewInput, ticket: BoardTicket): DisplayTicket =>
  keep(ticket, {
    id: ticket.id,
    number: ticket.number,
    queue_name: input.state.queues.get(ticket.queueId)?.name ?? "",
    queue_id: ticket.queueId,
    status: smartQueueStatus(ticket.status),
    called_at: isoTimeOrNull(ticket.calledAt),
    counter: counterOnWire(counterLabel(input.state, ticket)),
    agent_name: agentName(input, ticket),
    calls: ticket.calls,
  });
