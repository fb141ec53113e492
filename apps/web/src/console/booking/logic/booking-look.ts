import type { AppointmentOnWire } from "@callnext/protocol";
import type { Tone } from "../../../ui/Badge.tsx";

/** How an appointment stands just now, in one word. */
export interface BookingLook {
  readonly key:
    | "held"
    | "scheduled"
    | "on-my-way"
    | "late"
    | "overdue"
    | "checked-in"
    | "completed"
    | "cancelled"
    | "no-show";
  readonly tone: Tone;
}

export function bookingLook(booking: AppointmentOnWire, now: number): BookingLook {
  switch (booking.status) {
    case "held":
      return { key: "held", tone: "calm" };
    case "scheduled":
      return scheduledLook(booking, now);
    case "checked_in":
      return { key: "checked-in", tone: "good" };
    case "completed":
      return { key: "completed", tone: "calm" };
    case "cancelled":
      return { key: "cancelled", tone: "calm" };
    case "no_show":
      return { key: "no-show", tone: "bad" };
  }
}

/** What the visitor said weighs more than the clock; the clock, more than nothing. */
function scheduledLook(booking: AppointmentOnWire, now: number): BookingLook {
  if (booking.late_minutes !== null) return { key: "late", tone: "warn" };
  if (booking.on_my_way !== null) return { key: "on-my-way", tone: "accent" };
  if (now >= Date.parse(booking.appointment_time)) return { key: "overdue", tone: "warn" };
  return { key: "scheduled", tone: "accent" };
}
