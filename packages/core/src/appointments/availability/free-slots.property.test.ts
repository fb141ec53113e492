import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { emptyShop } from "../../queue/empty-shop.ts";
import type { OpeningHours, OpenPeriod, ShopState, Weekday } from "../../queue/shop.ts";
import {
  testAppointment,
  testBookingRules,
  testProvider,
  testService,
  testShop,
} from "../../testing/index.ts";
import type { Span } from "../../time/span.ts";
import type { Appointment } from "../appointment.ts";
import type { Absence, Provider, WorkPattern } from "../provider.ts";
import { assignSlot } from "./assign-slot.ts";
import { freeSlots, type SlotQuery } from "./free-slots.ts";

const MINUTE = 60_000;
const GRID = 5 * MINUTE;
const DAY = 24 * 60 * MINUTE;
const DAYS = 3;

/** Friday to Sunday, or Saturday to Monday, around a change of clocks. */
const WEEKENDS = [
  ["Europe/Paris", "2026-03-28"],
  ["Europe/Paris", "2026-10-24"],
  ["America/Los_Angeles", "2026-03-07"],
  ["America/Los_Angeles", "2026-10-31"],
  ["Australia/Lord_Howe", "2026-04-04"],
  ["Australia/Lord_Howe", "2026-10-03"],
  ["Africa/Dakar", "2026-11-21"],
] as const;

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

const clock = fc
  .integer({ min: 0, max: 95 })
  .map(
    (quarter) =>
      `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`,
  );
const period: fc.Arbitrary<OpenPeriod> = fc.record({
  opens: clock,
  closes: fc.oneof(clock, fc.constant("24:00")),
});
const week: fc.Arbitrary<OpeningHours> = fc.record(
  Object.fromEntries(WEEKDAYS.map((day) => [day, fc.array(period, { maxLength: 2 })])) as Record<
    Weekday,
    fc.Arbitrary<OpenPeriod[]>
  >,
);

const dateNear = (saturday: string, days: number): string =>
  Temporal.PlainDate.from(saturday).add({ days }).toString();

const arbitraryProvider = (saturday: string, id: string): fc.Arbitrary<Provider> =>
  fc
    .record({
      lanes: fc.integer({ min: 1, max: 2 }),
      patterns: fc.array(
        fc.record({
          from: fc.constantFrom(dateNear(saturday, -20), dateNear(saturday, -7), dateNear(saturday, 1)),
          until: fc.constantFrom(null, dateNear(saturday, 1)),
          everyWeeks: fc.integer({ min: 1, max: 3 }),
          periods: week,
        }) satisfies fc.Arbitrary<WorkPattern>,
        { maxLength: 2 },
      ),
      absences: fc.array(
        fc
          .tuple(fc.integer({ min: -1, max: 2 }), clock, fc.integer({ min: 0, max: 1 }), clock)
          .map(([day, from, more, until]): Absence => ({
            from: `${dateNear(saturday, day)}T${from}`,
            until: `${dateNear(saturday, day + more)}T${until}`,
            reason: null,
          })),
        { maxLength: 2 },
      ),
    })
    .map((some) => testProvider({ ...some, id, rank: id === "provider-1" ? 1 : 2 }));

interface Case {
  readonly state: ShopState;
  readonly saturday: string;
}

const arbitraryCase: fc.Arbitrary<Case> = fc.constantFrom(...WEEKENDS).chain(([timeZone, saturday]) =>
  fc
    .record({
      openingHours: week,
      special: fc.option(fc.array(period, { maxLength: 1 }), { nil: null }),
      stepMinutes: fc.constantFrom(15, 20, 30, 45),
      durationMinutes: fc.constantFrom(10, 30, 45, 90),
      buffers: fc.constantFrom([0, 0], [5, 10], [15, 0]),
      first: arbitraryProvider(saturday, "provider-1"),
      second: arbitraryProvider(saturday, "provider-2"),
      booked: fc.array(
        fc.record({
          provider: fc.constantFrom("provider-1", "provider-2"),
          lane: fc.integer({ min: 0, max: 1 }),
          at: fc.integer({ min: 0, max: (DAYS * DAY) / GRID }),
          minutes: fc.constantFrom(20, 60, 240),
        }),
        { maxLength: 8 },
      ),
    })
    .map((some) => {
      const specialDays =
        some.special === null ? [] : [{ date: dateNear(saturday, 1), periods: some.special, label: "" }];
      const now = Date.parse(saturday) - 3 * DAY;
      const shop = testShop({
        timeZone,
        openingHours: some.openingHours,
        specialDays,
        booking: testBookingRules({ stepMinutes: some.stepMinutes }),
      });
      const [bufferBeforeMinutes = 0, bufferAfterMinutes = 0] = some.buffers;
      const { durationMinutes } = some;
      const service = testService({ durationMinutes, bufferBeforeMinutes, bufferAfterMinutes });
      const appointments = new Map<number, Appointment>();
      some.booked.forEach(({ provider, lane, at, minutes }, index) => {
        const busyFrom = Date.parse(saturday) - DAY / 2 + at * GRID;
        const one = testAppointment(busyFrom, {
          id: index + 1,
          providerId: provider,
          lane,
          busyFrom,
          busyUntil: busyFrom + minutes * MINUTE,
        });
        // As the database holds it: no two at once in one lane.
        const isTaken = [...appointments.values()].some(
          (other) =>
            other.providerId === provider &&
            other.lane === lane &&
            other.busyFrom < one.busyUntil &&
            one.busyFrom < other.busyUntil,
        );
        if (!isTaken) appointments.set(one.id, one);
      });
      const state: ShopState = {
        ...emptyShop(shop, now),
        services: new Map([[service.id, service]]),
        providers: new Map([some.first, some.second].map((provider) => [provider.id, provider])),
        appointments,
      };
      return { state, saturday };
    }),
);

/** Temporal takes its time, and the walk asks for the same wall times over and over. */
const known = new Map<string, number>();

const epoch = (date: Temporal.PlainDate, wall: string, timeZone: string): number => {
  const key = `${date.toString()} ${wall} ${timeZone}`;
  const found =
    known.get(key) ??
    (wall === "24:00" ? date.add({ days: 1 }).toPlainDateTime() : date.toPlainDateTime(wall)).toZonedDateTime(
      timeZone,
      { disambiguation: "compatible" },
    ).epochMilliseconds;
  known.set(key, found);
  return found;
};

/** The periods that begin on a date, as Temporal has them. */
const spansOn = (periods: readonly OpenPeriod[], date: Temporal.PlainDate, timeZone: string): Span[] =>
  periods.map(({ opens, closes }) => ({
    start: epoch(date, opens, timeZone),
    end: epoch(closes > opens ? date : date.add({ days: 1 }), closes, timeZone),
  }));

const isIn = (spans: readonly Span[], at: number): boolean =>
  spans.some(({ start, end }) => start <= at && at < end);

const weekdayName = (date: Temporal.PlainDate): Weekday => WEEKDAYS[date.dayOfWeek - 1] ?? "monday";

const openOn = ({ shop }: ShopState, date: Temporal.PlainDate): Span[] => {
  const special = shop.specialDays?.find((day) => day.date === date.toString());
  return spansOn(special?.periods ?? shop.openingHours[weekdayName(date)], date, shop.timeZone);
};

const mondayOf = (day: Temporal.PlainDate) => day.subtract({ days: day.dayOfWeek - 1 });

const patternsOn = ({ shop }: ShopState, provider: Provider, date: Temporal.PlainDate): Span[] =>
  provider.patterns.flatMap((pattern) => {
    const from = Temporal.PlainDate.from(pattern.from);
    const weeks = mondayOf(from).until(mondayOf(date), { largestUnit: "weeks" }).weeks;
    const applies =
      date.toString() >= pattern.from &&
      (pattern.until === null || date.toString() <= pattern.until) &&
      weeks % pattern.everyWeeks === 0;
    return applies ? spansOn(pattern.periods[weekdayName(date)] ?? [], date, shop.timeZone) : [];
  });

/** Of these moments those of the work that begins on the date, absences aside: a plain reading of the rules. */
const workOn = (
  state: ShopState,
  provider: Provider,
  date: Temporal.PlainDate,
  moments: readonly number[],
) => {
  if (provider.patterns.length === 0) {
    const open = openOn(state, date);
    return new Set(moments.filter((at) => isIn(open, at)));
  }
  const open = [-1, 0, 1].flatMap((days) => openOn(state, date.add({ days })));
  const pattern = patternsOn(state, provider, date);
  return new Set(moments.filter((at) => isIn(pattern, at) && isIn(open, at)));
};

const absencesOf = (provider: Provider, timeZone: string): Span[] =>
  provider.absences.map(({ from, until }) => ({
    start: Temporal.PlainDateTime.from(from).toZonedDateTime(timeZone).epochMilliseconds,
    end: Temporal.PlainDateTime.from(until).toZonedDateTime(timeZone).epochMilliseconds,
  }));

/** Every slot of the three days, found by walking along all moments five minutes apart. */
const slotsByWalking = ({ state, saturday }: Case): string[] => {
  const { timeZone } = state.shop;
  const service = state.services.get(1);
  const found: string[] = [];
  if (service === undefined) return found;
  const firstDate = Temporal.PlainDate.from(saturday);
  const begin = epoch(firstDate, "00:00", timeZone);
  const end = epoch(firstDate.add({ days: DAYS }), "00:00", timeZone);
  for (const provider of state.providers.values()) {
    const dates = Array.from({ length: DAYS + 2 }, (_, index) => firstDate.add({ days: index - 1 }));
    const moments: number[] = [];
    for (let at = begin - 2 * DAY; at < end + 2 * DAY; at += GRID) moments.push(at);
    const work = dates.map((date) => workOn(state, provider, date, moments));
    const away = absencesOf(provider, timeZone);
    const present = new Set(moments.filter((at) => work.some((day) => day.has(at)) && !isIn(away, at)));
    const steps = new Set<number>();
    for (const day of work) {
      const dayStart = Math.min(...day);
      for (const at of day)
        if ((at - dayStart) % ((state.shop.booking?.stepMinutes ?? 15) * MINUTE) === 0) steps.add(at);
    }
    for (const start of steps) {
      if (start < begin || start >= end) continue;
      const until = start + service.durationMinutes * MINUTE;
      let isPresent = true;
      for (let at = start; at < until; at += GRID) isPresent &&= present.has(at);
      const busyFrom = start - (service.bufferBeforeMinutes ?? 0) * MINUTE;
      const busyUntil = until + (service.bufferAfterMinutes ?? 0) * MINUTE;
      const others = [...state.appointments.values()].filter(
        (other) =>
          other.providerId === provider.id && other.busyFrom < busyUntil && busyFrom < other.busyUntil,
      );
      const lanes = new Set(others.map(({ lane }) => lane));
      if (isPresent && lanes.size < provider.lanes)
        found.push(`${new Date(start).toISOString()} ${provider.id}`);
    }
  }
  return found.toSorted();
};

const queryOf = ({ state, saturday }: Case): SlotQuery => ({
  serviceId: 1,
  providerId: null,
  from: saturday,
  days: DAYS,
  now: state.at,
  byStaff: false,
  ignoring: null,
});

describe("free slots", () => {
  it("[S4] [S5] [S6] [S7] are those that a walk along the calendar finds, over changes of clocks", () => {
    fc.assert(
      fc.property(arbitraryCase, (some) => {
        const days = freeSlots(some.state, queryOf(some));
        const found = days.flatMap(({ slots }) =>
          slots.flatMap(({ start, providerIds }) =>
            providerIds.map((id) => `${new Date(start).toISOString()} ${id}`),
          ),
        );
        expect(found.toSorted()).toEqual(slotsByWalking(some));
        for (const { date, slots } of days)
          for (const { start } of slots)
            expect(
              Temporal.Instant.fromEpochMilliseconds(start)
                .toZonedDateTimeISO(some.state.shop.timeZone)
                .toPlainDate()
                .toString(),
            ).toBe(date);
      }),
      { numRuns: 150 },
    );
  });

  it("[S8] are exactly those that a visitor is given", () => {
    fc.assert(
      fc.property(arbitraryCase, fc.integer({ min: 0, max: DAY / GRID }), (some, shift) => {
        const free = new Map(
          freeSlots(some.state, queryOf(some)).flatMap(({ slots }) =>
            slots.map(({ start, providerIds }) => [start, providerIds] as const),
          ),
        );
        const terms = { now: some.state.at, byStaff: false, ignoring: null };
        const given = (start: number, providerId: string | null) =>
          !("code" in assignSlot(some.state, { serviceId: 1, providerId, start }, terms));
        const starts = [...free.keys(), ...[...free.keys()].map((start) => start + shift * GRID)];
        const midnight = Temporal.PlainDate.from(some.saturday).toZonedDateTime(some.state.shop.timeZone);
        const stride = Math.ceil(starts.length / 40);
        for (const start of starts.filter((_, index) => index % stride === shift % stride)) {
          const inSearch =
            start >= midnight.epochMilliseconds && start < midnight.add({ days: DAYS }).epochMilliseconds;
          if (!inSearch) continue;
          const providerIds = free.get(start) ?? [];
          expect(given(start, null)).toBe(providerIds.length > 0);
          for (const id of some.state.providers.keys())
            expect(given(start, id)).toBe(providerIds.includes(id));
        }
      }),
      { numRuns: 60 },
    );
  });
});
