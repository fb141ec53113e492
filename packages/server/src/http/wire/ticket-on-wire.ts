import { isoTime, isoTimeOrNull, type Ticket } from "@callnext/core";
import type { TicketAnswer, TicketOnWire } from "@callnext/protocol";
import type { Done } from "../../commands/run-command.ts";
import { shopOf } from "../../shops/shop-of.ts";
import type { CommandAnswer, ShopSnapshot } from "../../shops/shop-runtime.ts";
import type { Context } from "../core/context.ts";

/** A ticket as it stood at its command's commit, with the names that the snapshot knows. */
export function ticketOnWire(
  ticket: Ticket,
  stood: Pick<CommandAnswer, "position" | "counter">,
  snapshot: ShopSnapshot,
  fullName: string | null,
): TicketOnWire {
  return {
    id: ticket.id,
    number: ticket.number,
    queue_id: ticket.queueId,
    queue_name: snapshot.state.queues.get(ticket.queueId)?.name ?? "",
    status: ticket.status,
    position: stood.position,
    ahead: stood.position === null ? null : stood.position - 1,
    full_name: fullName,
    counter: stood.counter,
    agent_name: ticket.agentId === null ? null : (snapshot.staffNames.get(ticket.agentId) ?? null),
    service_id: ticket.serviceId,
    priority: ticket.priority,
    created_at: isoTime(ticket.issuedAt ?? ticket.joinedAt),
    called_at: isoTimeOrNull(ticket.calledAt),
    started_at: isoTimeOrNull(ticket.startedAt),
    ended_at: isoTimeOrNull(ticket.endedAt),
    calls: ticket.calls,
    outcome: ticket.outcome,
  };
}

/** A ticket that has ended is no longer in the live state, its visitor's name neither: that is then asked for. */
export async function ticketAnswer(
  { directory }: Pick<Context, "directory">,
  { answer, snapshot }: Pick<Done, "answer" | "snapshot">,
): Promise<TicketAnswer> {
  const { ticket, seq, epoch } = answer;
  if (ticket === null) throw new Error("a ticket's command answers with the ticket");
  const { state, people } = snapshot;
  const fullName = state.tickets.has(ticket.id)
    ? (people.get(ticket.id)?.fullName ?? null)
    : await directory.visitorName(shopOf(snapshot), ticket.id);
  return { ticket: ticketOnWire(ticket, answer, snapshot, fullName), seq, epoch };
}
