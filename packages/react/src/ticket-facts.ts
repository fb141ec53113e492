import type { PublicView } from "@callnext/protocol";
import type { PublicTicket, TicketPlace } from "./public-ticket.ts";

/** The live place of a ticket, from the view that the whole room shares. */
export function ticketPlace(view: PublicView | null, ticket: PublicTicket | null): TicketPlace {
  if (!ticket) return { place: null, wait: null };
  const queue = view?.queues[ticket.queue_id];
  if (!queue) {
    const { ahead, wait } = ticket;
    const waits = ticket.native_status === "waiting" && ahead !== null;
    return { place: waits ? ahead + 1 : null, wait: wait ? [wait.p50, wait.p90, wait.p10] : null };
  }
  const index = queue.line.indexOf(ticket.number);
  return index < 0 ? { place: null, wait: null } : { place: index + 1, wait: queue.waits[index] ?? null };
}

const ENDED = "ended";
const OPEN_CALLS: readonly string[] = ["called", "serving", "on_hold"];

const ofCall = (queueId: string, status: string, counter: string | null, calls: number): string =>
  OPEN_CALLS.includes(status) ? `${queueId} ${status} ${counter ?? ""} ${calls}` : ENDED;

const ofTicket = (ticket: PublicTicket): string =>
  ticket.native_status === "waiting"
    ? `${ticket.queue_id} waiting`
    : ofCall(ticket.queue_id, ticket.native_status, ticket.counter, ticket.calls);

const ofView = (view: PublicView, number: string): string => {
  const waitsIn = Object.keys(view.queues).find((id) => view.queues[id]?.line.includes(number));
  if (waitsIn !== undefined) return `${waitsIn} waiting`;
  const call = view.calls[number];
  return call ? ofCall(call.queue_id, call.status, call.counter, call.calls) : ENDED;
};

/** What the room knows of the ticket and the ticket at hand does not say yet: then it must be asked for again. Null where they agree; merely moving up is no difference. */
export function ticketNews(view: PublicView | null, ticket: PublicTicket | null): string | null {
  if (!view || !ticket) return null;
  const known = ofView(view, ticket.number);
  return known === ofTicket(ticket) ? null : known;
}
