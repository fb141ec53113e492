import type { CommandOf } from "../command-of.ts";
import type { Decision } from "../decision.ts";
import type { QueueConfig } from "../queue.ts";
import type { Refusal } from "../refusals.ts";
import type { ShopState } from "../shop.ts";
import { isOpenTicket } from "../ticket-status.ts";
import { accept, refuse } from "./answer.ts";

const refusalOf = (state: ShopState, config: QueueConfig): Refusal | undefined => {
  const unknown = config.serviceIds.find((serviceId) => !state.services.has(serviceId));
  if (unknown !== undefined) return { code: "service-not-found", serviceId: unknown };
  if (config.archived) {
    const hasOpenTickets = [...state.tickets.values()].some(
      (ticket) => ticket.queueId === config.id && isOpenTicket(ticket),
    );
    return hasOpenTickets ? { code: "queue-not-empty", queueId: config.id } : undefined;
  }
  for (const queue of state.queues.values()) {
    if (queue.id !== config.id && !queue.archived && queue.prefix === config.prefix)
      return { code: "prefix-taken", prefix: config.prefix };
  }
  return undefined;
};

export const configureQueue = (state: ShopState, command: CommandOf<"configure-queue">): Decision => {
  const { queue } = command;
  const refusal = refusalOf(state, queue);
  return refusal === undefined ? accept([{ type: "queue-configured", queue }]) : refuse(refusal);
};
