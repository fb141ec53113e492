import type { Appointment, AppointmentId } from "../../appointments/appointment.ts";
import type { Provider } from "../../appointments/provider.ts";
import type { Queue } from "../queue.ts";
import type { Counter, Display, Service, Shop, ShopState } from "../shop.ts";
import type { Ticket, TicketId } from "../ticket.ts";
import type { Instant, ServiceDay } from "../time.ts";

/** A state under work: own maps, shared entries. Tickets and queues in it are replaced, never changed. */
export interface Draft {
  shop: Shop;
  seq: number;
  at: Instant;
  serviceDay: ServiceDay;
  readonly services: Map<number, Service>;
  readonly queues: Map<string, Queue>;
  readonly counters: Map<string, Counter>;
  readonly displays: Map<string, Display>;
  /** These two are seldom changed and may be many, so they are copied by the first change. */
  providers: ReadonlyMap<string, Provider>;
  appointments: ReadonlyMap<AppointmentId, Appointment>;
  /** The copy of `appointments` that this draft may change, once it has one. */
  ownAppointments: Map<AppointmentId, Appointment> | null;
  readonly tickets: Map<TicketId, Ticket>;
  readonly busy: Map<string, TicketId>;
  /** The last form of every ticket these events changed, of those too that then left the state. */
  readonly changedTickets: Map<TicketId, Ticket>;
  /** Likewise of the appointments. */
  readonly changedAppointments: Map<AppointmentId, Appointment>;
}

export const openDraft = (state: ShopState): Draft => ({
  shop: state.shop,
  seq: state.seq,
  at: state.at,
  serviceDay: state.serviceDay,
  services: new Map(state.services),
  queues: new Map(state.queues),
  counters: new Map(state.counters),
  displays: new Map(state.displays),
  providers: state.providers,
  appointments: state.appointments,
  ownAppointments: null,
  tickets: new Map(state.tickets),
  busy: new Map(state.busy),
  changedTickets: new Map(),
  changedAppointments: new Map(),
});

export const closeDraft = ({
  changedTickets: _,
  changedAppointments: __,
  ownAppointments: ___,
  ...state
}: Draft): ShopState => state;

/** Throws where an event names a ticket that is not live: the log and the state do not belong together. */
export const ticketOf = (draft: Draft, id: TicketId): Ticket => {
  const ticket = draft.tickets.get(id);
  if (ticket === undefined)
    throw new Error(`Event ${draft.seq} names ticket ${id}, which is not in the state.`);
  return ticket;
};

/** Throws where an event names an unknown queue. */
export const queueOf = (draft: Draft, id: string): Queue => {
  const queue = draft.queues.get(id);
  if (queue === undefined)
    throw new Error(`Event ${draft.seq} names queue ${id}, which is not in the state.`);
  return queue;
};

export const putTicket = (draft: Draft, ticket: Ticket): Ticket => {
  draft.tickets.set(ticket.id, ticket);
  draft.changedTickets.set(ticket.id, ticket);
  return ticket;
};

/** What the event says of its own ticket; stamps the time. */
export const changeTicket = (draft: Draft, id: TicketId, change: Partial<Ticket>): Ticket =>
  putTicket(draft, { ...ticketOf(draft, id), ...change, updatedAt: draft.at });

export const changeQueue = (draft: Draft, id: string, change: Partial<Queue>): Queue => {
  const queue: Queue = { ...queueOf(draft, id), ...change };
  draft.queues.set(id, queue);
  return queue;
};
