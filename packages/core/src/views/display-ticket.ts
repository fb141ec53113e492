import type { BoardNames, Display } from "../queue/shop.ts";
import { agentName } from "./agent-name.ts";
import { appointmentTime } from "./appointment-time.ts";
import type { BoardTicket } from "./board-ticket.ts";
import { counterLabel, counterOnWire } from "./counter-on-wire.ts";
import { isoTimeOrNull } from "./iso-time.ts";
import { createIdentityKeeper } from "./keep-identity.ts";
import { smartQueueStatus } from "./smart-queue-status.ts";
import type { DisplayTicket } from "./types.ts";
import type { ViewInput } from "./view-input.ts";
import { boardNames, visitorName } from "./visitor-name.ts";

type Keeper = (ticket: BoardTicket, shown: DisplayTicket) => DisplayTicket;

/** One for each way of showing names: two boards of one shop may show the same ticket differently. */
const keep: Readonly<Record<BoardNames, Keeper>> = {
  none: createIdentityKeeper(),
  masked: createIdentityKeeper(),
  full: createIdentityKeeper(),
};

/** A ticket as boards see it, in the second document's words. A visitor's name only where the display shows names. */
export const displayTicket = (
  input: ViewInput,
  ticket: BoardTicket,
  display: Pick<Display, "visitorNames">,
): DisplayTicket => {
  const names = boardNames(display);
  const name = visitorName(input, ticket.id, names);
  return keep[names](ticket, {
    id: ticket.id,
    number: ticket.number,
    queue_name: input.state.queues.get(ticket.queueId)?.name ?? "",
    queue_id: ticket.queueId,
    status: smartQueueStatus(ticket.status),
    called_at: isoTimeOrNull(ticket.calledAt),
    counter: counterOnWire(counterLabel(input.state, ticket)),
    agent_name: agentName(input, ticket),
    ...(name === null ? {} : { visitor_name: name }),
    ...appointmentTime(ticket),
    calls: ticket.calls,
  });
};
