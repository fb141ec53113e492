import type { Service, ShopState } from "../../queue/shop.ts";
import type { Instant } from "../../queue/time.ts";
import { addDays } from "../../time/calendar-date.ts";
import { type WallClock, wallClock } from "../../time/wall-clock.ts";
import type { Appointment, AppointmentId } from "../appointment.ts";
import { USUAL_BOOKING_RULES } from "../booking-rules.ts";
import type { Provider } from "../provider.ts";
import { type BookingWindow, bookingWindow } from "./booking-window.ts";
import { freeStarts, searchCalendar } from "./free-starts.ts";
import { providersOfService } from "./providers-of-service.ts";
import { takesLane } from "./takes-lane.ts";

/** A search goes over at most so many days. */
export const MAX_SEARCH_DAYS = 62;

export interface SlotQuery {
  readonly serviceId: number;
  /** Null: anyone who offers it. */
  readonly providerId: string | null;
  /** First day, `YYYY-MM-DD` by the shop's wall. */
  readonly from: string;
  /** How many days, at most `MAX_SEARCH_DAYS`. */
  readonly days: number;
  readonly now: Instant;
  /** Staff are shown what is free from now on without lead time and horizon, also where visitors cannot book. */
  readonly byStaff: boolean;
  /** The appointment that is to be moved is not in its own way. */
  readonly ignoring: AppointmentId | null;
}

export interface FreeSlot {
  readonly start: Instant;
  readonly end: Instant;
  /** Who is free then, by rank. Never empty. */
  readonly providerIds: readonly string[];
}

/** One day by the shop's wall and the slots that begin on it, in order of time. */
export interface FreeDay {
  readonly date: string;
  readonly slots: readonly FreeSlot[];
}

/**
 * Each start at which `assignSlot` would give a visitor a slot, day by day; days without any are in it too.
 * Unknown services and providers have none.
 */
export const freeSlots = (state: ShopState, query: SlotQuery): FreeDay[] => {
  const clock = wallClock(state.shop.timeZone);
  const dates = Array.from({ length: Math.min(query.days, MAX_SEARCH_DAYS) }, (_, day) =>
    addDays(query.from, day),
  );
  const service = state.services.get(query.serviceId);
  const found = new Map<Instant, string[]>();
  const window = searchWindow(state, clock, query);
  const isEmpty = window.earliest >= window.latest;
  if (service !== undefined && !isEmpty && isBookable(state, service, query.byStaff)) {
    const { shop } = state;
    const search = { shop, service, window, calendar: searchCalendar(shop, clock, window) };
    const taken = takenByProvider(state, query);
    for (const provider of candidates(state, query))
      for (const start of freeStarts(search, provider, taken.get(provider.id) ?? [])) {
        const free = found.get(start);
        if (free === undefined) found.set(start, [provider.id]);
        else free.push(provider.id);
      }
  }
  return byDay(clock, dates, found, (service?.durationMinutes ?? 0) * 60_000);
};

const isBookable = ({ shop }: ShopState, service: Service, byStaff: boolean): boolean =>
  !service.archived &&
  (byStaff || (service.bookable !== false && (shop.booking ?? USUAL_BOOKING_RULES).open));

/** The part of the days asked for in which a visit may be booked. */
const searchWindow = ({ shop }: ShopState, clock: WallClock, query: SlotQuery): BookingWindow => {
  const { earliest, latest } = bookingWindow(shop, clock, query.now, query.byStaff);
  const days = Math.min(query.days, MAX_SEARCH_DAYS);
  return {
    earliest: Math.max(clock.instantOf(query.from, 0), query.byStaff ? query.now : earliest),
    latest: Math.min(clock.instantOf(addDays(query.from, days), 0), latest),
  };
};

const candidates = (state: ShopState, { serviceId, providerId }: SlotQuery): Provider[] => {
  const offering = providersOfService(state, serviceId);
  return providerId === null ? offering : offering.filter(({ id }) => id === providerId);
};

/** What takes lanes, by provider. */
const takenByProvider = (
  { appointments }: ShopState,
  { now, ignoring }: SlotQuery,
): ReadonlyMap<string, Appointment[]> => {
  const taken = new Map<string, Appointment[]>();
  for (const one of appointments.values()) {
    if (one.id === ignoring || !takesLane(one, now)) continue;
    const others = taken.get(one.providerId);
    if (others === undefined) taken.set(one.providerId, [one]);
    else others.push(one);
  }
  return taken;
};

const byDay = (
  clock: WallClock,
  dates: readonly string[],
  found: ReadonlyMap<Instant, string[]>,
  durationMs: number,
): FreeDay[] => {
  const starts = [...found.keys()].toSorted((a, b) => a - b);
  let next = 0;
  return dates.map((date) => {
    const dayEnd = clock.instantOf(addDays(date, 1), 0);
    const slots: FreeSlot[] = [];
    for (let start = starts[next]; start !== undefined && start < dayEnd; next += 1, start = starts[next])
      slots.push({ start, end: start + durationMs, providerIds: found.get(start) ?? [] });
    return { date, slots };
  });
};
