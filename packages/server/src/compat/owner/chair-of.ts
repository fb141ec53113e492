import { type Counter, servedBy, type ShopState, type Ticket } from "@callnext/core";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";
import { DetailError } from "../detail-error.ts";

/** Where the ticket's visitor is called to: the chair of whom they want, else of whoever asks. */
export function chairFor(
  { state, staffNames }: ShopSnapshot,
  ticket: Ticket,
  callerId: number | null,
): string {
  const staffId = ticket.wantedStaffId ?? callerId;
  const name = staffId === null ? null : (staffNames.get(staffId) ?? null);
  const chair = chairOf(state, staffId, name);
  if (chair === null) throw new DetailError(409, "counter-busy", "No chair is free");
  return chair;
}

/**
 * The label of the counter where this person serves: the free one at which they last called somebody, else the free
 * one that bears their name, else the first free one. Null: none is free. These pages know barbers and no counters.
 */
function chairOf(state: ShopState, staffId: number | null, name: string | null): string | null {
  const free = [...state.counters.values()]
    .filter(({ id, archived }) => !archived && !state.busy.has(id))
    .toSorted(byLabel);
  const last = staffId === null ? undefined : lastCounterOf(state, staffId);
  const chair =
    free.find(({ id }) => id === last) ?? free.find(({ label }) => label === name) ?? free[0] ?? null;
  if (chair !== null) return chair.label;
  return state.shop.newCountersByLabel && name !== null && !isTaken(state, name) ? name : null;
}

function byLabel(a: Counter, b: Counter): number {
  return a.label.localeCompare(b.label, "en", { numeric: true });
}

function lastCounterOf(state: ShopState, staffId: number): string | null {
  let newest: { readonly calledAt: number; readonly counterId: string } | null = null;
  for (const ticket of state.tickets.values()) {
    const { calledAt, counterId } = ticket;
    if (calledAt === null || counterId === null || servedBy(state, ticket) !== staffId) continue;
    if (newest === null || calledAt > newest.calledAt) newest = { calledAt, counterId };
  }
  return newest?.counterId ?? null;
}

function isTaken({ counters }: ShopState, label: string): boolean {
  return [...counters.values()].some((counter) => counter.label === label);
}
