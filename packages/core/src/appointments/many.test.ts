import { describe, expect, it } from "vitest";
import { MAX_LIVE_APPOINTMENTS, type ShopState } from "../queue/shop.ts";
import {
  book,
  bookingShop,
  keepTime,
  lastRefusal,
  MINUTE,
  MORNING,
  onAppointment,
  runCommands,
  testAppointment,
} from "../testing/index.ts";
import type { Appointment } from "./appointment.ts";
import { nextMoment } from "./next-moment.ts";

const QUARTER = 15 * MINUTE;

/** Booked from the next day on, one after the other in each of ten rooms. */
const full = (): ShopState => {
  const shop = bookingShop(
    {},
    {},
    Array.from({ length: 10 }, (_, room) => ({ id: `room-${room}`, rank: room })),
  );
  const appointments = new Map(
    Array.from({ length: MAX_LIVE_APPOINTMENTS }, (_, index): [number, Appointment] => {
      const start = MORNING + 24 * 60 * MINUTE + Math.floor(index / 10) * QUARTER;
      return [index, testAppointment(start, { id: index, providerId: `room-${index % 10}` })];
    }),
  );
  return { ...shop, appointments };
};

describe("a full calendar", () => {
  it("[A13] takes nobody more, until somebody cancels", () => {
    const start = full();
    const refused = runCommands(start, [book(100_000, 60)]);
    expect(lastRefusal(refused)).toEqual({ code: "too-many-appointments" });
    const run = runCommands(start, [onAppointment(1, 5, "cancel-appointment"), book(100_000, 60)]);
    expect(lastRefusal(run)).toBeUndefined();
    const restored = runCommands(run.state, [onAppointment(2, 5, "restore-appointment")]);
    expect(lastRefusal(restored)).toEqual({ code: "too-many-appointments" });
  });

  it("[A9] is told in one go what was missed while nobody looked", () => {
    const start = full();
    expect(nextMoment(start)).toBe(MORNING + (24 * 60 + 15) * MINUTE);
    const days = runCommands(start, [keepTime(40 * 24 * 60)]);
    expect(days.events).toHaveLength(MAX_LIVE_APPOINTMENTS + 1);
    expect(nextMoment(days.state)).toBeNull();
  });
});
