import { turnUnder } from "../../policy/turn.ts";
import type { EventOf } from "../event-of.ts";
import type { Queue } from "../queue.ts";
import type { Draft } from "./draft.ts";
import { orderLine } from "./line.ts";

export const applyQueueConfigured = (draft: Draft, event: EventOf<"queue-configured">): void => {
  const before = draft.queues.get(event.queue.id);
  const queue: Queue = {
    ...event.queue,
    status: before?.status ?? "open",
    lastSequence: before?.lastSequence ?? 0,
    turn: turnUnder(event.queue.policy, before),
    recentServices: before?.recentServices ?? [],
    line: before?.line ?? [],
    lineSeq: before?.lineSeq ?? 0,
    recentCalls: before?.recentCalls ?? [],
  };
  draft.queues.set(queue.id, queue);
  orderLine(draft, queue, queue.line);
};
