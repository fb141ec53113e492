import type { AppointmentOnWire } from "@callnext/protocol";
import type { TFunction } from "i18next";

/** The visitor's name; a name can be missing, and what is held has none yet. */
export function bookingName(t: TFunction<"console">, booking: AppointmentOnWire): string {
  return booking.full_name ?? t(booking.status === "held" ? "booking.being-made" : "booking.no-name");
}
