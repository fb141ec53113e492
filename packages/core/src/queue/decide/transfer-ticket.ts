import type { CommandOf } from "../command-of.ts";
import type { Decision } from "../decision.ts";
import type { ShopState } from "../shop.ts";
import { accept, refuse } from "./answer.ts";
import { findQueue } from "./find-queue.ts";
import { findTicket } from "./find-ticket.ts";

export const transferTicket = (state: ShopState, command: CommandOf<"transfer-ticket">): Decision => {
  const ticket = findTicket(state, command.ticketId, "transfer", ["waiting", "called", "serving", "on_hold"]);
  if ("code" in ticket) return refuse(ticket);
  const queue = findQueue(state, command.queueId);
  if ("code" in queue) return refuse(queue);
  if (queue.id === ticket.queueId) return refuse({ code: "same-queue", queueId: queue.id });
  if (queue.status === "closed") return refuse({ code: "queue-closed", queueId: queue.id });
  return accept([{ type: "ticket-transferred", ticketId: ticket.id, queueId: queue.id }], ticket.id);
};
