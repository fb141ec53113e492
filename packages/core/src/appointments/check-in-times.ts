import type { Shop } from "../queue/shop.ts";
import type { Instant } from "../queue/time.ts";
import type { Appointment } from "./appointment.ts";
import { USUAL_BOOKING_RULES } from "./booking-rules.ts";

const MINUTE = 60_000;

/** When a visitor may check in, [opens, closes). Whoever is not there at `closes` has missed the appointment. */
export const checkInTimes = (
  { start, lateMinutes }: Pick<Appointment, "start" | "lateMinutes">,
  { booking = USUAL_BOOKING_RULES }: Pick<Shop, "booking">,
): { readonly opens: Instant; readonly closes: Instant } => ({
  opens: start - booking.checkInEarlyMinutes * MINUTE,
  closes: start + (booking.checkInLateMinutes + (lateMinutes ?? 0)) * MINUTE,
});
