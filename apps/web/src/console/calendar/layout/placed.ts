import type { AppointmentOnWire } from "@callnext/protocol";
import { minutesInto } from "../time/day-of.ts";
import { sideBySide, type Track } from "./side-by-side.ts";

/** A booking with its place in a column; minutes by the wall since the day's midnight. */
export interface Placed extends Track {
  readonly booking: AppointmentOnWire;
  readonly from: number;
  readonly until: number;
}

/** No block is lower than this, or nobody could read or hit it. */
const LEAST_MINUTES = 12;

/** In the order of their times, which is that of the tabulator. */
export function placed(
  bookings: readonly AppointmentOnWire[],
  date: string,
  timeZone: string,
): readonly Placed[] {
  const stretches = bookings.map((booking) => {
    const start = Date.parse(booking.appointment_time);
    const from = minutesInto(date, start, timeZone);
    const lasts = Math.max(LEAST_MINUTES, (Date.parse(booking.end_time) - start) / 60_000);
    return { booking, id: booking.id, from, until: from + lasts };
  });
  const tracks = sideBySide(stretches);
  return stretches
    .toSorted((a, b) => a.from - b.from || a.id - b.id)
    .map(({ booking, id, from, until }) => ({
      booking,
      from,
      until,
      ...(tracks.get(id) ?? { track: 0, tracks: 1 }),
    }));
}
