import type { CommandOf } from "../command-of.ts";
import type { Decision } from "../decision.ts";
import type { ShopState } from "../shop.ts";
import { accept, refuse } from "./answer.ts";
import { findQueue } from "./find-queue.ts";

export const setQueueStatus = (state: ShopState, command: CommandOf<"set-queue-status">): Decision => {
  const queue = findQueue(state, command.queueId);
  if ("code" in queue) return refuse(queue);
  return accept([{ type: "queue-status-changed", queueId: queue.id, status: command.status }]);
};
