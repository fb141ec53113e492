import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyShop } from "../../queue/empty-shop.ts";
import type { Shop, ShopState } from "../../queue/shop.ts";
import {
  ALWAYS_OPEN,
  testAppointment,
  testBookingRules,
  testProvider,
  testService,
  testShop,
} from "../../testing/index.ts";
import type { Appointment } from "../appointment.ts";
import { assignSlot } from "../availability/assign-slot.ts";
import { nextOffers } from "./next-offers.ts";
import type { Waiting } from "./waiting.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Sunday 22 November 2026, 08:00 in Dakar, which keeps UTC. */
const NOW = Date.UTC(2026, 10, 22, 8);
const DAY = 24 * HOUR;

/** Two chairs, open from 09:00 to 10:00, visits of half an hour: four slots a day. */
const salon = (appointments: readonly Appointment[], shop: Partial<Shop> = {}): ShopState => {
  const period = [{ opens: "09:00", closes: "10:00" }];
  const openingHours = Object.fromEntries(Object.keys(ALWAYS_OPEN).map((day) => [day, period]));
  const booking = testBookingRules({ stepMinutes: 30, offerMinutes: 20 });
  return {
    ...emptyShop(testShop({ openingHours: { ...ALWAYS_OPEN, ...openingHours }, booking, ...shop }), NOW),
    services: new Map([[1, testService({ durationMinutes: 30 })]]),
    providers: new Map(
      [testProvider({ id: "a" }), testProvider({ id: "b", rank: 2 })].map((one) => [one.id, one]),
    ),
    appointments: new Map(appointments.map((one) => [one.id, one])),
  };
};

const visit = (id: number, providerId: string, start: number): Appointment =>
  testAppointment(start, { id, providerId, busyUntil: start + 30 * MINUTE, end: start + 30 * MINUTE });

/** Both chairs taken on these days, but for what is left free. */
const fullBut = (
  free: readonly (readonly [providerId: string, start: number])[],
  days = 1,
): Appointment[] => {
  const taken: Appointment[] = [];
  for (let day = 0; day < days; day += 1)
    for (const providerId of ["a", "b"])
      for (const start of [NOW + day * DAY + HOUR, NOW + day * DAY + 90 * MINUTE])
        if (!free.some(([id, at]) => id === providerId && at === start))
          taken.push(visit(taken.length + 1, providerId, start));
  return taken;
};

const waits = (id: string, change: Partial<Waiting> = {}): Waiting => ({
  id,
  serviceId: 1,
  providerId: null,
  from: "2026-11-22",
  until: "2026-11-22",
  fromMinutes: null,
  untilMinutes: null,
  since: NOW - HOUR,
  passed: [],
  ...change,
});

const told = (state: ShopState, waiting: readonly Waiting[], now = NOW) =>
  nextOffers(state, waiting, now).map(({ waitingId, providerId, start }) => [waitingId, providerId, start]);

describe("the waiting list", () => {
  it("[S11] offers a freed slot to the one who has waited longest and whom it fits, and to nobody else", () => {
    const state = salon(fullBut([["b", NOW + HOUR]]));
    const list = [
      waits("late", { since: NOW - 1 }),
      waits("other-person", { since: NOW - 4, providerId: "a" }),
      waits("other-day", { since: NOW - 5, from: "2026-11-23", until: "2026-11-20" }),
      waits("afternoon", { since: NOW - 6, fromMinutes: 12 * 60 }),
      waits("early-bird", { since: NOW - 7, untilMinutes: 9 * 60 }),
      waits("let-go", { since: NOW - 8, passed: [NOW + HOUR] }),
      waits("first", { since: NOW - 2, fromMinutes: 9 * 60, untilMinutes: 9 * 60 + 1, providerId: "b" }),
    ];
    expect(told(state, list)).toEqual([["first", "b", NOW + HOUR]]);
    expect(nextOffers(state, list, NOW)[0]?.minutes).toBe(20);
    expect(told(salon(fullBut([])), list)).toEqual([]);
  });

  it("[S11] offers different slots to different people at once, the earliest to the first", () => {
    const state = salon(
      fullBut([
        ["a", NOW + 90 * MINUTE],
        ["b", NOW + HOUR],
      ]),
    );
    const list = ["one", "two", "three"].map((id, index) => waits(id, { since: NOW - 10 + index }));
    expect(told(state, list)).toEqual([
      ["one", "b", NOW + HOUR],
      ["two", "a", NOW + 90 * MINUTE],
    ]);
  });

  it("[S11] keeps to lead time and horizon, and offers nothing that could not be answered in time", () => {
    const free = [["a", NOW + HOUR]] as const;
    const lead = { booking: testBookingRules({ stepMinutes: 30, leadMinutes: 61 }) };
    expect(told(salon(fullBut(free), lead), [waits("one")])).toEqual([]);
    expect(
      told(salon(fullBut(free), { booking: testBookingRules({ open: false }) }), [waits("one")]),
    ).toEqual([]);
    const soon = NOW + 56 * MINUTE;
    expect(told(salon(fullBut(free)), [waits("one")], soon)).toEqual([]);
    expect(nextOffers(salon(fullBut(free)), [waits("one")], soon - MINUTE)[0]?.minutes).toBe(5);
    const far = waits("far", { from: "2026-11-25", until: "2027-11-25" });
    const near = { booking: testBookingRules({ stepMinutes: 30, horizonDays: 3 }) };
    expect(told(salon(fullBut([], 9), near), [far])).toEqual([]);
    expect(told(salon(fullBut([["a", NOW + 3 * DAY + HOUR]], 9), near), [far])).toEqual([
      ["far", "a", NOW + 3 * DAY + HOUR],
    ]);
    expect(told(salon(fullBut([], 70)), [waits("beyond", { until: "2027-02-20" })])).toEqual([
      ["beyond", "a", NOW + 70 * DAY + HOUR],
    ]);
  });

  it("[S11] every offer can be held as it stands, all of them together, and nobody is passed over", () => {
    const someone = fc.record({
      providerId: fc.constantFrom(null, "a", "b"),
      day: fc.integer({ min: 0, max: 2 }),
      days: fc.integer({ min: 0, max: 2 }),
      fromMinutes: fc.constantFrom(null, 9 * 60 + 30),
      untilMinutes: fc.constantFrom(null, 9 * 60 + 30),
      since: fc.integer({ min: 0, max: 3 }),
    });
    const places = fc.subarray(
      [0, 1, 2].flatMap((day) =>
        ["a", "b"].flatMap((id) =>
          [HOUR, 90 * MINUTE].map((at): [string, number] => [id, NOW + day * DAY + at]),
        ),
      ),
    );
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 6 }), places, (people, free) => {
        const state = salon(fullBut(free, 3));
        const list = people.map(({ day, days, ...wish }, index) =>
          waits(`w${index}`, { ...wish, from: dateOf(day), until: dateOf(day + days) }),
        );
        const offers = nextOffers(state, list, NOW);
        let held = state;
        for (const { waitingId, serviceId, providerId, start } of offers) {
          const one = list.find(({ id }) => id === waitingId);
          expect(one !== undefined && fits(one, providerId, start)).toBe(true);
          const slot = assignSlot(
            held,
            { serviceId, providerId, start },
            { now: NOW, byStaff: false, ignoring: null },
          );
          expect(slot).toHaveProperty("lane", 0);
          const id = 1000 + held.appointments.size;
          held = {
            ...held,
            appointments: new Map([...held.appointments, [id, visit(id, providerId, start)]]),
          };
        }
        expect(new Set(offers.map(({ waitingId }) => waitingId)).size).toBe(offers.length);
        // Who got nothing: all that would fit them went to people who have waited as long.
        for (const one of list.filter(({ id }) => offers.every(({ waitingId }) => waitingId !== id)))
          for (const [id, start] of free) {
            if (!fits(one, id, start)) continue;
            const taker = offers.find((offer) => offer.providerId === id && offer.start === start);
            expect(taker).toBeDefined();
            const before =
              list.find((other) => other.id === taker?.waitingId)?.since ?? Number.POSITIVE_INFINITY;
            expect(before).toBeLessThanOrEqual(one.since);
          }
      }),
      { numRuns: 300 },
    );
  });
});

const dateOf = (day: number): string => new Date(NOW + day * DAY).toISOString().slice(0, 10);

/** A plain reading of the wish; Dakar keeps UTC. */
const fits = (one: Waiting, providerId: string, start: number): boolean => {
  const minutes = (start % DAY) / MINUTE;
  const date = new Date(start).toISOString().slice(0, 10);
  return (
    [null, providerId].includes(one.providerId) &&
    one.from <= date &&
    date <= one.until &&
    (one.fromMinutes ?? 0) <= minutes &&
    minutes < (one.untilMinutes ?? 1440)
  );
};
