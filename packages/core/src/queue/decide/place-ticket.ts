import type { CommandOf } from "../command-of.ts";
import type { Decision } from "../decision.ts";
import type { ShopState } from "../shop.ts";
import { accept, refuse } from "./answer.ts";
import { findQueue } from "./find-queue.ts";
import { findTicket, wrongState } from "./find-ticket.ts";

/** A place that leaves the order as it is still makes an event: it promises the place. */
export const placeTicket = (state: ShopState, command: CommandOf<"place-ticket">): Decision => {
  const queue = findQueue(state, command.queueId);
  if ("code" in queue) return refuse(queue);
  const ticket = findTicket(state, command.ticketId, "place", ["waiting"]);
  if ("code" in ticket) return refuse(ticket);
  if (ticket.queueId !== queue.id) return refuse(wrongState(ticket, "place"));
  if (command.seenSeq !== null && command.seenSeq < queue.lineSeq)
    return refuse({ code: "order-changed", queueId: queue.id, order: queue.line });
  const place = Math.max(1, Math.min(Math.trunc(command.place), queue.line.length));
  return accept([{ type: "ticket-placed", ticketId: ticket.id, place }], ticket.id);
};
