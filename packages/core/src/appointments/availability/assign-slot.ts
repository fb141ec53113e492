import type { WantedSlot } from "../../queue/commands.ts";
import type { Refusal } from "../../queue/refusals.ts";
import type { ShopState } from "../../queue/shop.ts";
import type { Instant } from "../../queue/time.ts";
import { addDays } from "../../time/calendar-date.ts";
import { type WallClock, wallClock } from "../../time/wall-clock.ts";
import type { AppointmentId } from "../appointment.ts";
import { USUAL_BOOKING_RULES } from "../booking-rules.ts";
import type { Provider } from "../provider.ts";
import { bookingWindow } from "./booking-window.ts";
import { freeLane } from "./free-lane.ts";
import { isOfferedAt, worksDuring } from "./is-offered-at.ts";
import { providerWork } from "./provider-work.ts";
import { offersService, providersOfService } from "./providers-of-service.ts";
import { takesLane } from "./takes-lane.ts";
import { type VisitTimes, visitTimes } from "./visit-times.ts";
import { type WorkCalendar, workCalendar } from "./work-calendar.ts";

/** Whose lane it is, and when. */
export interface AssignedSlot extends VisitTimes {
  readonly providerId: string;
  readonly lane: number;
}

export interface SlotTerms {
  readonly now: Instant;
  /** Staff book outside working hours, steps, lead time and horizon, but over nobody else. */
  readonly byStaff: boolean;
  /** The appointment that is moved, or whose hold is taken: it is not in its own way. */
  readonly ignoring: AppointmentId | null;
}

type Wanted = Pick<WantedSlot, "serviceId" | "providerId" | "start">;

/**
 * The slot for a wish, or why there is none. Where anyone will do, it is whoever has the fewest appointments that
 * day, of these the first by rank; for staff, somebody at work before somebody who is not.
 */
export const assignSlot = (state: ShopState, wanted: Wanted, terms: SlotTerms): AssignedSlot | Refusal => {
  const { serviceId, start } = wanted;
  const service = state.services.get(serviceId);
  if (service === undefined || service.archived) return { code: "service-not-found", serviceId };
  const candidates = candidatesFor(state, wanted);
  if ("code" in candidates) return candidates;
  const clock = wallClock(state.shop.timeZone);
  const refusal = windowRefusal(state, clock, start, terms);
  if (refusal !== undefined) return refusal;
  if (service.bookable === false && !terms.byStaff) return { code: "slot-not-offered", start };
  const visit = visitTimes(service, start);
  const first = addDays(clock.dateAt(start), -1);
  const calendar = workCalendar(state.shop, clock, first, clock.dateAt(visit.end));
  const atWork = candidates.filter((provider) => isAtWork(state, provider, calendar, visit, terms.byStaff));
  const others = terms.byStaff ? candidates.filter((provider) => !atWork.includes(provider)) : [];
  if (atWork.length + others.length === 0) return { code: "slot-not-offered", start };
  return (
    leastBooked(state, atWork, clock, visit, terms) ??
    leastBooked(state, others, clock, visit, terms) ?? { code: "slot-taken", start }
  );
};

const candidatesFor = (state: ShopState, { providerId, serviceId, start }: Wanted): Provider[] | Refusal => {
  if (providerId === null) return providersOfService(state, serviceId);
  const provider = state.providers.get(providerId);
  if (provider === undefined || provider.archived) return { code: "provider-not-found", providerId };
  return offersService(provider, serviceId) ? [provider] : { code: "slot-not-offered", start };
};

const windowRefusal = (
  { shop }: ShopState,
  clock: WallClock,
  start: Instant,
  { now, byStaff }: SlotTerms,
): Refusal | undefined => {
  if (!byStaff && !(shop.booking ?? USUAL_BOOKING_RULES).open) return { code: "booking-closed" };
  const { earliest, latest } = bookingWindow(shop, clock, now, byStaff);
  if (start < earliest) return { code: "slot-too-soon", earliest };
  return start >= latest ? { code: "slot-too-far", latest } : undefined;
};

const isAtWork = (
  { shop }: ShopState,
  provider: Provider,
  calendar: WorkCalendar,
  visit: VisitTimes,
  byStaff: boolean,
): boolean => {
  const work = providerWork(calendar, provider);
  return byStaff
    ? worksDuring(work, visit)
    : isOfferedAt(work, visit, (shop.booking ?? USUAL_BOOKING_RULES).stepMinutes);
};

const leastBooked = (
  state: ShopState,
  providers: readonly Provider[],
  clock: WallClock,
  visit: VisitTimes,
  { now, ignoring }: SlotTerms,
): AssignedSlot | undefined => {
  const today = clock.dateAt(visit.start);
  const [dayStart, dayEnd] = [clock.instantOf(today, 0), clock.instantOf(addDays(today, 1), 0)];
  const from = Math.min(dayStart, visit.busyFrom);
  const until = Math.max(dayEnd, visit.busyUntil);
  const nearby = [...state.appointments.values()].filter(
    ({ id, busyFrom, busyUntil }) => id !== ignoring && busyFrom < until && busyUntil > from,
  );
  let best: { readonly slot: AssignedSlot; readonly booked: number } | undefined;
  for (const { id, lanes } of providers) {
    const own = nearby.filter(({ providerId }) => providerId === id);
    const lane = freeLane(
      lanes,
      own.filter((other) => takesLane(other, now)),
      visit,
    );
    if (lane === null) continue;
    const booked = own.filter(
      ({ status, start }) => status !== "cancelled" && dayStart <= start && start < dayEnd,
    ).length;
    if (best === undefined || booked < best.booked)
      best = { slot: { providerId: id, lane, ...visit }, booked };
  }
  return best?.slot;
};
