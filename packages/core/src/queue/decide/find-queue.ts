import type { Queue } from "../queue.ts";
import type { Refusal } from "../refusals.ts";
import type { ShopState } from "../shop.ts";

/** The queue, if it is in use. */
export const findQueue = (state: ShopState, queueId: string): Queue | Refusal => {
  const queue = state.queues.get(queueId);
  return queue === undefined || queue.archived ? { code: "queue-not-found", queueId } : queue;
};
