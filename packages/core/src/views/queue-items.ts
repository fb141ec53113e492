import type { Queue } from "../queue/queue.ts";
import type { ShopState } from "../queue/shop.ts";
import type { Ticket } from "../queue/ticket.ts";
import { isOpenTicket } from "../queue/ticket-status.ts";
import { queueWaits } from "./queue-waits.ts";
import { type Audience, type QueueItem, queueItem } from "./queue-item.ts";
import type { ViewInput } from "./view-input.ts";

const MINUTE = 60_000;

const byCall = (a: Ticket, b: Ticket): number => (a.calledAt ?? 0) - (b.calledAt ?? 0) || a.entry - b.entry;

const byRank = (a: Queue, b: Queue): number => a.rank - b.rank || (a.id < b.id ? -1 : 1);

/** Queue id to those of its tickets that were called and are not done, by time of call. */
const calledByQueue = (state: ShopState): ReadonlyMap<string, readonly Ticket[]> => {
  const called = [...state.tickets.values()].filter(
    (ticket) => isOpenTicket(ticket) && ticket.status !== "waiting",
  );
  const byQueue = new Map<string, Ticket[]>();
  for (const ticket of called.toSorted(byCall)) {
    const others = byQueue.get(ticket.queueId);
    if (others === undefined) byQueue.set(ticket.queueId, [ticket]);
    else others.push(ticket);
  }
  return byQueue;
};

/**
 * Every open ticket as the first document lists them: by queue, and in each queue those called (by time
 * of call), then the line. `position_in_queue` counts 1..n over the queue's open tickets.
 */
export const queueItems = (input: ViewInput, audience: Audience): readonly QueueItem[] => {
  const { state } = input;
  const called = calledByQueue(state);
  return [...state.queues.values()].toSorted(byRank).flatMap((queue) => {
    const atCounter = called.get(queue.id) ?? [];
    const waits = queueWaits(input, queue);
    const line = queue.line.flatMap((id) => state.tickets.get(id) ?? []);
    return [
      ...atCounter.map((ticket, index) =>
        queueItem(input, ticket, { position: index + 1, expectedAt: null }, audience),
      ),
      ...line.map((ticket, index) => {
        const expectedAt = state.at + (waits[index]?.[0] ?? 0) * MINUTE;
        return queueItem(input, ticket, { position: atCounter.length + index + 1, expectedAt }, audience);
      }),
    ];
  });
};
