import { isOpenAt } from "../../time/is-open-at.ts";
import { actsForShop } from "../acts-for-shop.ts";
import type { CommandOf } from "../command-of.ts";
import type { Decision, DecisionContext } from "../decision.ts";
import type { Queue } from "../queue.ts";
import type { Refusal } from "../refusals.ts";
import { MAX_OPEN_TICKETS, type ShopState } from "../shop.ts";
import { ticketNumber } from "../ticket-number.ts";
import { isOpenTicket } from "../ticket-status.ts";
import { accept, refuse } from "./answer.ts";
import { findQueue } from "./find-queue.ts";
import { serviceRefusal } from "./service-refusal.ts";

type IssueTicket = CommandOf<"issue-ticket">;

export const isShopFull = (state: ShopState): boolean =>
  state.tickets.size >= MAX_OPEN_TICKETS &&
  [...state.tickets.values()].filter(isOpenTicket).length >= MAX_OPEN_TICKETS;

/** Whether the queue takes anybody now. Staff, and programs of the organisation, may let somebody in outside the opening hours. */
const doorRefusal = (state: ShopState, queue: Queue, ctx: DecisionContext): Refusal | undefined => {
  if (queue.status === "closed") return { code: "queue-closed", queueId: queue.id };
  if (queue.status === "paused") return { code: "queue-paused", queueId: queue.id };
  if (!actsForShop(ctx.by) && !isOpenAt(state.shop, ctx.now)) return { code: "shop-closed" };
  return undefined;
};

const roomRefusal = (state: ShopState, queue: Queue): Refusal | undefined => {
  if (queue.capacity !== null && queue.line.length >= queue.capacity)
    return { code: "queue-full", queueId: queue.id, capacity: queue.capacity };
  return isShopFull(state) ? { code: "shop-full" } : undefined;
};

export const issueTicket = (state: ShopState, command: IssueTicket, ctx: DecisionContext): Decision => {
  const queue = findQueue(state, command.queueId);
  if ("code" in queue) return refuse(queue);
  if (state.tickets.has(command.ticketId))
    return refuse({ code: "ticket-exists", ticketId: command.ticketId });
  const refusal =
    doorRefusal(state, queue, ctx) ??
    serviceRefusal(state, queue, command.serviceId) ??
    roomRefusal(state, queue);
  if (refusal !== undefined) return refuse(refusal);
  const sequence = queue.lastSequence + 1;
  return accept(
    [
      {
        type: "ticket-issued",
        ticketId: command.ticketId,
        queueId: queue.id,
        number: ticketNumber(queue.prefix, sequence),
        sequence,
        serviceId: command.serviceId,
        priority: command.priority,
        partySize: command.partySize,
        locale: command.locale,
      },
    ],
    command.ticketId,
  );
};
