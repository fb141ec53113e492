import type { CommandOf } from "../command-of.ts";
import type { Decision, DecisionContext } from "../decision.ts";
import type { ShopState } from "../shop.ts";
import { agentOf } from "./agent-of.ts";
import { accept, refuse } from "./answer.ts";
import { findFreeCounter } from "./find-free-counter.ts";
import { findQueue } from "./find-queue.ts";

export const callNext = (
  state: ShopState,
  command: CommandOf<"call-next">,
  ctx: DecisionContext,
): Decision => {
  const queue = findQueue(state, command.queueId);
  if ("code" in queue) return refuse(queue);
  const counter = findFreeCounter(state, command.counter, ctx);
  if ("code" in counter) return refuse(counter);
  const ticketId = queue.line[0];
  if (ticketId === undefined) return refuse({ code: "queue-empty", queueId: queue.id });
  return accept(
    [...counter.events, { type: "ticket-called", ticketId, counterId: counter.id, agentId: agentOf(ctx.by) }],
    ticketId,
  );
};
