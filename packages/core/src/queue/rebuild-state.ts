import type { Appointment } from "../appointments/appointment.ts";
import type { Provider } from "../appointments/provider.ts";
import { arrange } from "../policy/arrange.ts";
import { keptNoShows } from "./apply/retention.ts";
import type { Queue } from "./queue.ts";
import type { Counter, Display, Service, Shop, ShopState } from "./shop.ts";
import { isOpenTicket, occupiesCounter } from "./ticket-status.ts";
import type { Ticket, TicketId } from "./ticket.ts";
import type { Instant, ServiceDay } from "./time.ts";

/** Without a stored line it is arranged anew. */
export type StoredQueue = Omit<Queue, "line"> & { readonly line?: readonly TicketId[] | undefined };

export interface StoredShop {
  readonly shop: Shop;
  readonly seq: number;
  readonly at: Instant;
  readonly serviceDay: ServiceDay;
  readonly services: readonly Service[];
  readonly queues: readonly StoredQueue[];
  readonly counters: readonly Counter[];
  readonly displays: readonly Display[];
  /** Absent in the stored beginnings of days older than them. */
  readonly providers?: readonly Provider[];
  /** Held, scheduled and checked in, and the service day's ended ones. */
  readonly appointments?: readonly Appointment[];
  /** All open ones, those in a queue's `recentCalls`, and the service day's newest no-shows; more do no harm. */
  readonly tickets: readonly Ticket[];
}

const broken = (what: string): never => {
  throw new Error(`The stored shop contradicts itself: ${what}.`);
};

const queueFrom = (stored: StoredQueue, tickets: readonly Ticket[]): Queue => {
  const waiting = tickets.filter((ticket) => ticket.status === "waiting" && ticket.queueId === stored.id);
  const line = stored.line ?? arrange(waiting, stored.policy, stored.turn, stored.walkInsAhead);
  const standing = new Set(line);
  if (
    standing.size !== line.length ||
    line.length !== waiting.length ||
    !waiting.every(({ id }) => standing.has(id))
  )
    broken(`the line of queue ${stored.id} does not hold exactly those who wait in it`);
  return { ...stored, line };
};

const busyFrom = (tickets: readonly Ticket[]): Map<string, TicketId> => {
  const busy = new Map<string, TicketId>();
  for (const ticket of tickets) {
    if (!occupiesCounter(ticket)) continue;
    const { counterId } = ticket;
    if (counterId === null) return broken(`ticket ${ticket.id} is ${ticket.status} at no counter`);
    if (busy.has(counterId)) broken(`counter ${counterId} has two tickets`);
    busy.set(counterId, ticket.id);
  }
  return busy;
};

/** Whoever is checked in has an open ticket, or the moment it is due would fail every later command of the shop. */
const checkAppointments = (appointments: readonly Appointment[], tickets: readonly Ticket[]): void => {
  const open = new Set(tickets.filter(isOpenTicket).map(({ id }) => id));
  for (const { id, status, ticketId } of appointments) {
    if (status === "checked_in" && (ticketId === null || !open.has(ticketId)))
      broken(`appointment ${id} is checked in without an open ticket`);
  }
};

const byId = <Id, Item extends { readonly id: Id }>(items: readonly Item[]): Map<Id, Item> =>
  new Map(items.map((item) => [item.id, item]));

/** The state that folding the shop's events would give, from what is stored of it. Throws where the rows contradict each other. */
export const rebuildState = (rows: StoredShop): ShopState => {
  const onBoard = new Set(rows.queues.flatMap((queue) => queue.recentCalls));
  const noShows = new Set(keptNoShows(rows.tickets, rows.serviceDay));
  const tickets = rows.tickets.filter(
    (ticket) => isOpenTicket(ticket) || onBoard.has(ticket.id) || noShows.has(ticket),
  );
  for (const id of onBoard)
    if (!tickets.some((ticket) => ticket.id === id)) broken(`called ticket ${id} is missing`);
  for (const ticket of tickets) {
    if (!rows.queues.some((queue) => queue.id === ticket.queueId))
      broken(`queue ${ticket.queueId} is missing`);
  }
  checkAppointments(rows.appointments ?? [], tickets);
  return {
    shop: rows.shop,
    seq: rows.seq,
    at: rows.at,
    serviceDay: rows.serviceDay,
    services: byId(rows.services),
    queues: byId(rows.queues.map((queue) => queueFrom(queue, tickets))),
    counters: byId(rows.counters),
    displays: byId(rows.displays),
    providers: byId(rows.providers ?? []),
    appointments: byId(rows.appointments ?? []),
    tickets: byId(tickets),
    busy: busyFrom(tickets),
  };
};
