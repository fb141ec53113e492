import { isoTime, isoTimeOrNull, type Ticket } from "@callnext/core";
import type { TicketAnswer, TicketOnWire } from "@callnext/protocol";
import type { CommandAnswer, ShopSnapshot } from "../../shops/shop-runtime.ts";

/** A ticket as it stood at its command's commit, with the names that the snapshot knows. */
export function ticketOnWire(
  ticket: Ticket,
  stood: Pick<CommandAnswer, "position" | "counter">,
  snapshot: ShopSnapshot,
): TicketOnWire {
  return {
    id: ticket.id,
    number: ticket.number,
    queue_id: ticket.queueId,
    queue_name: snapshot.state.queues.get(ticket.queueId)?.name ?? "",
    status: ticket.status,
    position: stood.position,
    ahead: stood.position === null ? null : stood.position - 1,
    full_name: snapshot.people.get(ticket.id)?.fullName ?? null,
    counter: stood.counter,
    agent_name: ticket.agentId === null ? null : (snapshot.staffNames.get(ticket.agentId) ?? null),
    service_id: ticket.serviceId,
    priority: ticket.priority,
    created_at: isoTime(ticket.joinedAt),
    called_at: isoTimeOrNull(ticket.calledAt),
    started_at: isoTimeOrNull(ticket.startedAt),
    ended_at: isoTimeOrNull(ticket.endedAt),
    calls: ticket.calls,
    outcome: ticket.outcome,
  };
}

export function ticketAnswer(answer: CommandAnswer, snapshot: ShopSnapshot): TicketAnswer {
  if (answer.ticket === null) throw new Error("a ticket's command answers with the ticket");
  return { ticket: ticketOnWire(answer.ticket, answer, snapshot), seq: answer.seq, epoch: answer.epoch };
}
