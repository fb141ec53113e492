import type { AppointmentOnWire } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { Badge } from "../../ui/Badge.tsx";
import { bookingLook } from "./logic/booking-look.ts";

/** How it stands, in a word. */
export function BookingBadge({
  booking,
  now,
}: {
  readonly booking: AppointmentOnWire;
  readonly now: number;
}) {
  const { t } = useTranslation("console");
  const { key, tone } = bookingLook(booking, now);
  return (
    <Badge tone={tone}>
      {t(`booking-status.${key}`, { minutes: booking.late_minutes })}
      {booking.ticket_number !== null && <span className="tabular-nums">{booking.ticket_number}</span>}
    </Badge>
  );
}
