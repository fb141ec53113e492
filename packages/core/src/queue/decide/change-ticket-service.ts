import type { CommandOf } from "../command-of.ts";
import type { Decision } from "../decision.ts";
import type { ShopState } from "../shop.ts";
import { accept, refuse } from "./answer.ts";
import { findQueue } from "./find-queue.ts";
import { findTicket } from "./find-ticket.ts";
import { serviceRefusal } from "./service-refusal.ts";

export const changeTicketService = (
  state: ShopState,
  { ticketId, serviceId }: CommandOf<"change-ticket-service">,
): Decision => {
  const ticket = findTicket(state, ticketId, "change-service", ["waiting", "called", "serving", "on_hold"]);
  if ("code" in ticket) return refuse(ticket);
  const queue = findQueue(state, ticket.queueId);
  if ("code" in queue) return refuse(queue);
  const refusal = serviceRefusal(state, queue, serviceId);
  if (refusal !== undefined) return refuse(refusal);
  return accept([{ type: "ticket-service-changed", ticketId, serviceId }], ticketId);
};
