import type { Shop } from "../queue/shop.ts";
import type { Instant } from "../queue/time.ts";
import type { Appointment } from "./appointment.ts";
import { checkInTimes } from "./check-in-times.ts";

/**
 * When time alone brings something about for an appointment: its hold runs out, it is missed, or, checked in before
 * its time, it is due. Null: never.
 */
export const momentOf = (appointment: Appointment, shop: Pick<Shop, "booking">): Instant | null => {
  switch (appointment.status) {
    case "held":
      return appointment.heldUntil;
    case "scheduled":
      return checkInTimes(appointment, shop).closes;
    case "checked_in":
      // Whatever changes it at its time or later has seen to it.
      return appointment.updatedAt < appointment.start ? appointment.start : null;
    case "completed":
    case "cancelled":
    case "no_show":
      return null;
  }
};
