import type { Shop } from "../queue/shop.ts";
import type { Instant } from "../queue/time.ts";
import type { Appointment } from "./appointment.ts";
import { checkInTimes } from "./check-in-times.ts";

const MINUTE = 60_000;

/**
 * `lateMinutes` of an appointment that is scheduled at `at`. One whose time to check in is over by then would be missed
 * at once: whoever schedules it nonetheless says that the visitor is late by so much.
 */
export const lateBy = (
  appointment: Pick<Appointment, "start" | "lateMinutes">,
  shop: Pick<Shop, "booking">,
  at: Instant,
): number | null =>
  checkInTimes(appointment, shop).closes > at
    ? appointment.lateMinutes
    : Math.floor((at - appointment.start) / MINUTE) + 1;
