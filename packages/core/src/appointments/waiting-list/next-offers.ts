import type { ShopState } from "../../queue/shop.ts";
import type { Instant } from "../../queue/time.ts";
import { type WallClock, wallClock } from "../../time/wall-clock.ts";
import type { Appointment, AppointmentId } from "../appointment.ts";
import { type AssignedSlot, assignSlot } from "../availability/assign-slot.ts";
import { bookingWindow } from "../availability/booking-window.ts";
import { type FreeSlot, freeSlots, MAX_SEARCH_DAYS } from "../availability/free-slots.ts";
import { addDays } from "../../time/calendar-date.ts";
import { USUAL_BOOKING_RULES } from "../booking-rules.ts";
import type { SlotOffered, Waiting } from "./waiting.ts";

const MINUTE = 60_000;

/** The rest comes the next time. */
const MOST_AT_ONCE = 20;
/** Nobody can answer in less. */
const SHORTEST_OFFER_MINUTES = 5;

/**
 * Which free slots to keep for whom: whoever has waited longest is offered the earliest that fits and that they have
 * not let go before; no slot is offered twice at once. `waiting` are those who have no offer.
 */
export const nextOffers = (
  state: ShopState,
  waiting: readonly Waiting[],
  now: Instant,
): readonly SlotOffered[] => {
  const { offerMinutes } = state.shop.booking ?? USUAL_BOOKING_RULES;
  const clock = wallClock(state.shop.timeZone);
  const search = slotSearch(state, waiting, clock, now);
  const offers: SlotOffered[] = [];
  // As it will be once the offers before are held.
  let held = state;
  for (const one of waiting.toSorted((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1))) {
    if (offers.length >= MOST_AT_ONCE) break;
    const slot = firstFit(held, one, search(one.serviceId), clock, now);
    if (slot === undefined) continue;
    const minutes = Math.min(offerMinutes, Math.floor((slot.start - now) / MINUTE));
    offers.push({
      waitingId: one.id,
      serviceId: one.serviceId,
      providerId: slot.providerId,
      start: slot.start,
      minutes,
    });
    held = withHeld(held, slot, one.serviceId, offers.length, now);
  }
  return offers;
};

interface SlotOfDay extends FreeSlot {
  readonly date: string;
}

/** Each service is searched once, over the days that those who wait for it can come. */
const slotSearch = (
  state: ShopState,
  waiting: readonly Waiting[],
  clock: WallClock,
  now: Instant,
): ((serviceId: number) => readonly SlotOfDay[]) => {
  const { latest } = bookingWindow(state.shop, clock, now, false);
  const [today, lastDay] = [clock.dateAt(now), clock.dateAt(latest - 1)];
  const found = new Map<number, readonly SlotOfDay[]>();
  return (serviceId) => {
    const known = found.get(serviceId);
    if (known !== undefined) return known;
    const theirs = waiting.filter((one) => one.serviceId === serviceId);
    const first = later(today, theirs.map(({ from }) => from).toSorted()[0] ?? today);
    const last = earlier(
      lastDay,
      theirs
        .map(({ until }) => until)
        .toSorted()
        .at(-1) ?? lastDay,
    );
    const slots: SlotOfDay[] = [];
    for (let from = first; from <= last; from = addDays(from, MAX_SEARCH_DAYS)) {
      const days = Math.min(MAX_SEARCH_DAYS, daysFrom(from, last));
      const query = { serviceId, providerId: null, from, days, now, byStaff: false, ignoring: null };
      for (const day of freeSlots(state, query))
        for (const slot of day.slots) slots.push({ ...slot, date: day.date });
    }
    found.set(serviceId, slots);
    return slots;
  };
};

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);
const daysFrom = (first: string, last: string): number =>
  Math.round((Date.parse(last) - Date.parse(first)) / (24 * 60 * MINUTE)) + 1;

const firstFit = (
  state: ShopState,
  waiting: Waiting,
  slots: readonly SlotOfDay[],
  clock: WallClock,
  now: Instant,
): AssignedSlot | undefined => {
  const { serviceId, providerId, passed } = waiting;
  for (const slot of slots) {
    if (slot.date < waiting.from || slot.date > waiting.until) continue;
    if (slot.start < now + SHORTEST_OFFER_MINUTES * MINUTE || passed.includes(slot.start)) continue;
    if (providerId !== null && !slot.providerIds.includes(providerId)) continue;
    // By the moments of the wall times, so that a day on which clocks change has them in order.
    if (waiting.fromMinutes !== null && slot.start < clock.instantOf(slot.date, waiting.fromMinutes))
      continue;
    if (waiting.untilMinutes !== null && slot.start >= clock.instantOf(slot.date, waiting.untilMinutes))
      continue;
    const assigned = assignSlot(
      state,
      { serviceId, providerId, start: slot.start },
      { now, byStaff: false, ignoring: null },
    );
    if (!("code" in assigned)) return assigned;
  }
  return undefined;
};

const withHeld = (
  state: ShopState,
  slot: AssignedSlot,
  serviceId: number,
  count: number,
  now: Instant,
): ShopState => {
  // No appointment has a number below 1.
  const id: AppointmentId = -count;
  const held: Appointment = {
    ...slot,
    id,
    status: "scheduled",
    serviceId,
    partySize: 1,
    locale: null,
    bookedBy: "system",
    bookedAt: now,
    updatedAt: now,
    heldUntil: null,
    ticketId: null,
    onMyWayAt: null,
    lateMinutes: null,
    cancelledBy: null,
  };
  return { ...state, appointments: new Map([...state.appointments, [id, held]]) };
};
