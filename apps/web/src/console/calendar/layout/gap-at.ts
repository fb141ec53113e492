import type { AppointmentOnWire } from "@callnext/protocol";
import { takesTime } from "../../booking/logic/booking-steps.ts";

interface Taken {
  readonly from: number;
  readonly until: number;
}

/**
 * Until when somebody who takes `lanes` visitors at once could take one more from `now` on, within work that ends at
 * `workEnds`; all in ms. Null where it is not free now. For the eye: buffers are the server's business.
 */
export function gapAt(
  now: number,
  workEnds: number,
  lanes: number,
  bookings: readonly AppointmentOnWire[],
): number | null {
  const taken = bookings
    .filter(takesTime)
    .map((each): Taken => ({ from: Date.parse(each.appointment_time), until: Date.parse(each.end_time) }));
  const atOnce = (at: number): number => taken.filter(({ from, until }) => from <= at && at < until).length;
  if (now >= workEnds || atOnce(now) >= lanes) return null;
  const begins = taken.map(({ from }) => from).filter((from) => from > now && from < workEnds);
  return begins.toSorted((a, b) => a - b).find((from) => atOnce(from) >= lanes) ?? workEnds;
}
