import type { AppointmentOnWire } from "@callnext/protocol";
import { dayOf, type ShopClock } from "../time/day-of.ts";

/** The bookings of each day. What was cancelled only where it is asked for. */
export function byDay(
  bookings: Iterable<AppointmentOnWire>,
  clock: ShopClock,
  withCancelled: boolean,
): ReadonlyMap<string, readonly AppointmentOnWire[]> {
  const days = new Map<string, AppointmentOnWire[]>();
  for (const booking of bookings) {
    if (booking.status === "cancelled" && !withCancelled) continue;
    const date = dayOf(Date.parse(booking.appointment_time), clock);
    const there = days.get(date);
    if (there === undefined) days.set(date, [booking]);
    else there.push(booking);
  }
  return days;
}
