import { expect, it } from "vitest";
import { aBooking } from "../../booking/testing/a-booking.ts";
import { expectedToday } from "./expected-today.ts";

it("lists whom the shop still expects today, by time, its night included", () => {
  const bookings = [
    aBooking({ id: 1, appointment_time: "2026-11-24T01:00:00Z" }),
    aBooking({ id: 2, appointment_time: "2026-11-23T15:00:00Z" }),
    aBooking({ id: 3, appointment_time: "2026-11-23T09:00:00Z", status: "checked_in" }),
    aBooking({ id: 4, appointment_time: "2026-11-24T09:00:00Z" }),
  ];
  const self = {
    shop_id: 1,
    time_zone: "Africa/Dakar",
    service_day: "2026-11-23",
    from: "2026-11-23T04:00:00Z",
    until: "2026-12-01T04:00:00Z",
    more: false,
  };
  const appointments = Object.fromEntries(bookings.map((booking) => [booking.id, booking]));
  const view = { calendar: { self }, services: {}, providers: {}, appointments };
  const found = expectedToday(view, { time_zone: "Africa/Dakar", day_turns_at_minutes: 240 });
  expect(found.map(({ id }) => id)).toEqual([2, 1]);
});
