import type { Queue } from "../queue/queue.ts";
import type { ShopState } from "../queue/shop.ts";

const STILL_AT_WORK_MS = 30 * 60_000;

export interface CountersAtWork {
  /** That serve the queue now or did so in the last half hour. */
  readonly seen: number;
  /** At least one. */
  readonly serving: number;
  /** Of those seen. */
  readonly free: number;
}

export const countersAtWork = (state: ShopState, queue: Queue): CountersAtWork => {
  const counters = new Set<string>();
  for (const [counterId, ticketId] of state.busy) {
    if (state.tickets.get(ticketId)?.queueId === queue.id) counters.add(counterId);
  }
  for (const { counterId, endedAt } of queue.recentServices) {
    if (state.at - endedAt <= STILL_AT_WORK_MS) counters.add(counterId);
  }
  const free = [...counters].filter((counterId) => !state.busy.has(counterId)).length;
  return { seen: counters.size, serving: Math.max(1, counters.size), free };
};
