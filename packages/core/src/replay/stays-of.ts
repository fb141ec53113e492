import type { ShopEvent } from "../queue/events.ts";
import { fold } from "../queue/fold.ts";
import type { ShopState } from "../queue/shop.ts";
import type { Ticket, TicketId } from "../queue/ticket.ts";
import { occupiesCounter } from "../queue/ticket-status.ts";
import type { Stay } from "./stay.ts";

/** Gathers stays while events go by. */
class Stays {
  readonly all: Stay[] = [];
  readonly #last = new Map<TicketId, number>();

  enter(ticket: Ticket, stay: Omit<Stay, "ticket">): void {
    this.#last.set(ticket.id, this.all.length);
    this.all.push({ ticket, ...stay });
  }

  change(id: TicketId, change: Partial<Stay>): void {
    const index = this.#last.get(id);
    const stay = index === undefined ? undefined : this.all[index];
    if (index !== undefined && stay !== undefined) this.all[index] = { ...stay, ...change };
  }
}

const UNCALLED = { calledAt: null, counterId: null, freedAt: null, leftAt: null };

const ticketOf = (event: ShopEvent): TicketId | null => ("ticketId" in event ? event.ticketId : null);

/** Every stay in one queue over the events; those who wait there at the start are in line from then on. */
export const staysOf = (start: ShopState, events: readonly ShopEvent[], queueId: string): readonly Stay[] => {
  const stays = new Stays();
  for (const id of start.queues.get(queueId)?.line ?? []) {
    const ticket = start.tickets.get(id);
    if (ticket !== undefined) stays.enter(ticket, { enteredAt: start.at, ...UNCALLED });
  }
  let state = start;
  for (const event of events) {
    const next = fold(state, [event]);
    const id = ticketOf(event);
    if (id !== null) note(stays, event, state.tickets.get(id), next.tickets.get(id), queueId);
    state = next;
  }
  return stays.all;
};

const waitsIn = (ticket: Ticket | undefined, queueId: string): boolean =>
  ticket?.status === "waiting" && ticket.queueId === queueId;

function note(
  stays: Stays,
  event: ShopEvent,
  before: Ticket | undefined,
  after: Ticket | undefined,
  queueId: string,
): void {
  const { at } = event;
  const waited = waitsIn(before, queueId);
  if (!waited && after !== undefined && waitsIn(after, queueId)) {
    if (event.type === "call-retracted") stays.change(after.id, UNCALLED);
    else stays.enter(after, { enteredAt: at, ...UNCALLED });
    return;
  }
  if (before === undefined || before.queueId !== queueId) return;
  if (waited && event.type === "ticket-called")
    stays.change(before.id, { calledAt: at, counterId: event.counterId });
  else if (waited && !waitsIn(after, queueId)) stays.change(before.id, { leftAt: at });
  else if (occupiesCounter(before) && (after === undefined || !occupiesCounter(after)))
    stays.change(before.id, { freedAt: at });
}
