import { describe, expect, it } from "vitest";
import { emptyShop } from "../../queue/empty-shop.ts";
import type { OpeningHours, Service, Shop, ShopState } from "../../queue/shop.ts";
import {
  ALWAYS_OPEN,
  testAppointment,
  testBookingRules,
  testProvider,
  testService,
  testShop,
} from "../../testing/index.ts";
import type { Appointment } from "../appointment.ts";
import type { Provider } from "../provider.ts";
import { assignSlot, type SlotTerms } from "./assign-slot.ts";
import { freeSlots, type SlotQuery } from "./free-slots.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Sunday 22 November 2026, 08:00 in Dakar, which keeps UTC. */
const NOW = Date.UTC(2026, 10, 22, 8);

const CLOSED: OpeningHours = {
  monday: [],
  tuesday: [],
  wednesday: [],
  thursday: [],
  friday: [],
  saturday: [],
  sunday: [],
};

interface Given {
  readonly shop?: Partial<Shop>;
  readonly service?: Partial<Service>;
  readonly providers?: readonly Provider[];
  readonly appointments?: readonly Appointment[];
}

const stateWith = ({ shop, service, providers, appointments }: Given): ShopState => ({
  ...emptyShop(testShop({ booking: testBookingRules(), ...shop }), NOW),
  services: new Map([[1, testService({ durationMinutes: 30, ...service })]]),
  providers: new Map((providers ?? [testProvider()]).map((provider) => [provider.id, provider])),
  appointments: new Map((appointments ?? []).map((one) => [one.id, one])),
});

const assign = (given: Given, start: number, change: Partial<SlotTerms & { providerId: string }> = {}) => {
  const { providerId = null, ...terms } = change;
  return assignSlot(
    stateWith(given),
    { serviceId: 1, providerId, start },
    { now: NOW, byStaff: false, ignoring: null, ...terms },
  );
};

const refusalOf = (...asked: Parameters<typeof assign>) => {
  const slot = assign(...asked);
  return "code" in slot ? slot.code : slot;
};

/** `HH:MM` in Dakar of the free starts, per day. */
const free = (given: Given, change: Partial<SlotQuery> = {}): Record<string, string[]> => {
  const query = { serviceId: 1, providerId: null, from: "2026-11-22", days: 2, now: NOW, byStaff: false };
  return Object.fromEntries(
    freeSlots(stateWith(given), { ...query, ignoring: null, ...change }).map(({ date, slots }) => [
      date,
      slots.map(({ start }) => new Date(start).toISOString().slice(11, 16)),
    ]),
  );
};

describe("working hours", () => {
  it("[S4] a night from 23:30 to 02:00 is one piece of work, and its slots stand on the day on which they begin", () => {
    const openingHours = { ...CLOSED, sunday: [{ opens: "23:30", closes: "02:00" }] };
    const given = { shop: { openingHours }, service: { durationMinutes: 45 } };
    expect(free(given)).toEqual({
      "2026-11-22": ["23:30", "23:45"],
      "2026-11-23": ["00:00", "00:15", "00:30", "00:45", "01:00", "01:15"],
    });
    expect(free(given, { from: "2026-11-23", days: 1 })["2026-11-23"]).toHaveLength(6);
    expect(assign(given, NOW + 15 * HOUR + 45 * MINUTE)).toMatchObject({ providerId: "provider-1", lane: 0 });
    expect(refusalOf(given, NOW + 18 * HOUR)).toBe("slot-not-offered");
  });

  it("[S4] nobody is booked over a break, in an absence, or while the shop is closed", () => {
    const openingHours = { ...CLOSED, sunday: [{ opens: "09:00", closes: "12:00" }] };
    const sunday = [
      { opens: "08:00", closes: "10:00" },
      { opens: "11:00", closes: "13:00" },
    ];
    const patterns = [{ from: "2026-11-01", until: null, everyWeeks: 1, periods: { sunday } }];
    const absences = [{ from: "2026-11-22T11:00", until: "2026-11-22T11:20", reason: null }];
    expect(free({ shop: { openingHours }, providers: [testProvider({ patterns })] })["2026-11-22"]).toEqual([
      "09:00",
      "09:15",
      "09:30",
      "11:00",
      "11:15",
      "11:30",
    ]);
    const away = { shop: { openingHours }, providers: [testProvider({ patterns, absences })] };
    expect(free(away)["2026-11-22"]).toEqual(["09:00", "09:15", "09:30", "11:30"]);
  });

  it("[S4] a pattern of every second week counts from the week of its first day", () => {
    const periods = { monday: [{ opens: "09:00", closes: "09:30" }] };
    const patterns = [{ from: "2026-11-25", until: "2026-12-21", everyWeeks: 2, periods }];
    const found = free({ providers: [testProvider({ patterns })] }, { days: 44 });
    expect(Object.keys(found).filter((date) => found[date]?.length)).toEqual(["2026-12-07", "2026-12-21"]);
  });

  it("[S3] a holiday has no slots and a special opening has its own", () => {
    const specialDays = [
      { date: "2026-11-22", periods: [], label: "Fête" },
      { date: "2026-11-23", periods: [{ opens: "10:00", closes: "10:45" }], label: "Marché" },
    ];
    expect(free({ shop: { specialDays } })).toEqual({ "2026-11-22": [], "2026-11-23": ["10:00", "10:15"] });
  });
});

describe("steps, buffers and lanes", () => {
  const openingHours = { ...CLOSED, sunday: [{ opens: "09:10", closes: "11:10" }] };

  it("[S5] visits begin at multiples of the step after the day's work begins", () => {
    const shop = { openingHours, booking: testBookingRules({ stepMinutes: 30 }) };
    expect(free({ shop })["2026-11-22"]).toEqual(["09:10", "09:40", "10:10", "10:40"]);
    expect(refusalOf({ shop }, NOW + HOUR + 15 * MINUTE)).toBe("slot-not-offered");
  });

  it("[S6] buffers keep others away, and may lie outside the working hours", () => {
    const shop = { openingHours, booking: testBookingRules({ stepMinutes: 30 }) };
    const service = { bufferBeforeMinutes: 10, bufferAfterMinutes: 5 };
    expect(free({ shop, service })["2026-11-22"]).toEqual(["09:10", "09:40", "10:10", "10:40"]);
    const busy = [testAppointment(NOW + 100 * MINUTE, { busyUntil: NOW + 125 * MINUTE })];
    expect(free({ shop, service, appointments: busy })["2026-11-22"]).toEqual(["10:40"]);
    expect(assign({ shop, service }, NOW + 70 * MINUTE)).toEqual({
      providerId: "provider-1",
      lane: 0,
      start: NOW + 70 * MINUTE,
      end: NOW + 100 * MINUTE,
      busyFrom: NOW + 60 * MINUTE,
      busyUntil: NOW + 105 * MINUTE,
    });
  });

  it("[S7] a provider takes as many at once as it has lanes, counting those booked in lanes it no longer has", () => {
    const start = NOW + 2 * HOUR;
    const inLane = (lane: number) => testAppointment(start, { id: lane + 1, lane });
    const twoLanes = [testProvider({ lanes: 2 })];
    expect(assign({ providers: twoLanes, appointments: [inLane(0)] }, start)).toMatchObject({ lane: 1 });
    expect(refusalOf({ providers: twoLanes, appointments: [inLane(0), inLane(1)] }, start)).toBe(
      "slot-taken",
    );
    expect(refusalOf({ appointments: [inLane(1)] }, start)).toBe("slot-taken");
    expect(free({ appointments: [inLane(1)] })["2026-11-22"]).not.toContain("10:00");
  });

  it("[S7] a hold that has run out, an ended appointment and the one that is moved are in nobody's way", () => {
    const start = NOW + 2 * HOUR;
    const held = (heldUntil: number) => [testAppointment(start, { status: "held", heldUntil })];
    expect(refusalOf({ appointments: held(NOW + 1) }, start)).toBe("slot-taken");
    for (const appointments of [
      held(NOW),
      [testAppointment(start, { status: "cancelled" })],
      [testAppointment(start, { status: "completed" })],
      [testAppointment(start, { status: "no_show" })],
    ])
      expect(assign({ appointments }, start)).toHaveProperty("lane", 0);
    expect(assign({ appointments: held(NOW + 1) }, start, { ignoring: 1 })).toHaveProperty("lane", 0);
  });
});

describe("lead time and horizon", () => {
  it("[S8] visitors book neither too soon nor too far ahead, nor where booking is closed", () => {
    const booking = testBookingRules({ leadMinutes: 60, horizonDays: 2 });
    const soon = assign({ shop: { booking } }, NOW + 45 * MINUTE);
    expect(soon).toEqual({ code: "slot-too-soon", earliest: NOW + HOUR });
    expect(assign({ shop: { booking } }, NOW + HOUR)).toHaveProperty("lane", 0);
    const latest = Date.UTC(2026, 10, 25);
    expect(assign({ shop: { booking } }, latest)).toEqual({ code: "slot-too-far", latest });
    expect(assign({ shop: { booking } }, latest - 15 * MINUTE)).toHaveProperty("lane", 0);
    const found = free({ shop: { booking } }, { days: 5 });
    expect(found["2026-11-22"]?.[0]).toBe("09:00");
    expect([found["2026-11-24"]?.at(-1), found["2026-11-25"]]).toEqual(["23:45", []]);
    expect(refusalOf({ shop: { booking: testBookingRules({ open: false }) } }, NOW + HOUR)).toBe(
      "booking-closed",
    );
    expect(refusalOf({ service: { bookable: false } }, NOW + HOUR)).toBe("slot-not-offered");
  });

  it("[S9] staff book outside hours, steps and lead time, but over nobody, and not for years ahead", () => {
    const given = { shop: { openingHours: CLOSED, booking: testBookingRules({ open: false }) } };
    const byStaff = true;
    expect(assign(given, NOW - 7 * MINUTE, { byStaff })).toHaveProperty("lane", 0);
    const busy = { ...given, appointments: [testAppointment(NOW)] };
    expect(refusalOf(busy, NOW, { byStaff })).toBe("slot-taken");
    expect(refusalOf(given, NOW + 732 * 24 * HOUR, { byStaff })).toBe("slot-too-far");
    expect(refusalOf(given, NOW - 49 * HOUR, { byStaff })).toBe("slot-too-soon");
    expect(
      free({ ...given, shop: { ...given.shop, openingHours: ALWAYS_OPEN } }, { byStaff })["2026-11-22"]?.[0],
    ).toBe("08:00");
  });
});

describe("anyone", () => {
  const start = NOW + 4 * HOUR;
  const three = [
    testProvider({ id: "a", rank: 3 }),
    testProvider({ id: "b", rank: 1 }),
    testProvider({ id: "c", rank: 2 }),
  ];
  const booked = (id: number, providerId: string, at: number, change: Partial<Appointment> = {}) =>
    testAppointment(at, { id, providerId, ...change });

  it("[S10] is whoever has the fewest appointments that day, of these the first by rank", () => {
    expect(assign({ providers: three }, start)).toHaveProperty("providerId", "b");
    const appointments = [booked(1, "b", NOW), booked(2, "c", NOW + HOUR, { status: "completed" })];
    expect(assign({ providers: three, appointments }, start)).toHaveProperty("providerId", "a");
    const yesterday = [booked(1, "b", NOW - 24 * HOUR), booked(2, "b", NOW, { status: "cancelled" })];
    expect(assign({ providers: three, appointments: yesterday }, start)).toHaveProperty("providerId", "b");
    const fewestButBusy = [...appointments, booked(3, "a", start)];
    expect(assign({ providers: three, appointments: fewestButBusy }, start)).toHaveProperty(
      "providerId",
      "b",
    );
  });

  it("[S10] for staff, somebody at work comes before somebody who is not", () => {
    const patterns = [{ from: "2026-11-01", until: null, everyWeeks: 1, periods: {} }];
    const providers = [testProvider({ id: "off", rank: 1, patterns }), testProvider({ id: "on", rank: 2 })];
    expect(assign({ providers }, start, { byStaff: true })).toHaveProperty("providerId", "on");
    const appointments = [booked(1, "on", start)];
    expect(assign({ providers, appointments }, start, { byStaff: true })).toHaveProperty("providerId", "off");
    expect(refusalOf({ providers, appointments }, start)).toBe("slot-taken");
  });

  it("[S4] only those who offer the service and are in use", () => {
    const providers = [
      testProvider({ id: "other", serviceIds: [2] }),
      testProvider({ id: "gone", archived: true }),
      testProvider({ id: "right", serviceIds: [1, 2] }),
    ];
    expect(assign({ providers }, start)).toHaveProperty("providerId", "right");
    expect(refusalOf({ providers }, start, { providerId: "other" })).toBe("slot-not-offered");
    expect(refusalOf({ providers }, start, { providerId: "gone" })).toBe("provider-not-found");
    expect(refusalOf({ providers: [] }, start)).toBe("slot-not-offered");
    expect(refusalOf({ service: { archived: true } }, start)).toBe("service-not-found");
    expect(free({ providers }, { providerId: "gone" })["2026-11-22"]).toEqual([]);
  });
});
