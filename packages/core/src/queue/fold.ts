import type { Appointment, AppointmentId } from "../appointments/appointment.ts";
import { applyEvent } from "./apply/apply-event.ts";
import { closeDraft, openDraft } from "./apply/draft.ts";
import type { ShopEvent } from "./events.ts";
import type { ShopState } from "./shop.ts";
import type { Ticket, TicketId } from "./ticket.ts";

export interface FoldedChanges {
  readonly state: ShopState;
  /** The last form of every ticket these events changed, of those too that thereby left the state. */
  readonly changedTickets: ReadonlyMap<TicketId, Ticket>;
  readonly changedAppointments: ReadonlyMap<AppointmentId, Appointment>;
}

/** `fold`, and which tickets to store. Changed queues are those that are another object than before. */
export const foldWithChanges = (state: ShopState, events: readonly ShopEvent[]): FoldedChanges => {
  if (events.length === 0) return { state, changedTickets: new Map(), changedAppointments: new Map() };
  const draft = openDraft(state);
  for (const event of events) applyEvent(draft, event);
  const { changedTickets, changedAppointments } = draft;
  return { state: closeDraft(draft), changedTickets, changedAppointments };
};

/** The state after these events. Leaves `state` as it is; throws on a gap in seq and on events that contradict it. */
export const fold = (state: ShopState, events: readonly ShopEvent[]): ShopState =>
  foldWithChanges(state, events).state;
