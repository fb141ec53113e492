import type { AppointmentOnWire } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { formatTime } from "../../../i18n/format-time.ts";
import { Button } from "../../../ui/Button.tsx";
import { BookingBadge } from "../../booking/BookingBadge.tsx";
import { useBookingDesk } from "../../booking/bookings-context.ts";
import { bookingLook } from "../../booking/logic/booking-look.ts";
import { bookingName } from "../../booking/logic/booking-name.ts";
import { useBookingSteps } from "../../booking/use-booking-steps.ts";

interface Props {
  readonly booking: AppointmentOnWire;
  readonly now: number;
}

/** One who is expected: open it, or check in at a press. */
export function BookingRow({ booking, now }: Props) {
  const { t } = useTranslation("console");
  const { view, openDialog } = useBookingDesk();
  const steps = useBookingSteps();
  const name = bookingName(t, booking);
  const time = formatTime(Date.parse(booking.appointment_time), { timeZone: view.shop.self.time_zone });
  return (
    <li className="flex min-h-14 items-center justify-between gap-2 py-1.5" data-expected={booking.id}>
      <button
        type="button"
        onClick={() => openDialog({ kind: "details", id: booking.id })}
        className="min-w-0 grow rounded-lg px-1 py-1 text-left hover:bg-sunken"
      >
        <span className="flex flex-wrap items-center gap-x-2">
          <span className="text-lg font-bold tabular-nums">{time}</span>
          <span className="min-w-0 text-base break-words">{name}</span>
          {bookingLook(booking, now).key !== "scheduled" && <BookingBadge booking={booking} now={now} />}
        </span>
        <span className="block truncate text-sm text-ink-soft">
          {[booking.service?.name, booking.provider_name].filter(Boolean).join(" · ")}
        </span>
      </button>
      <Button
        label={t("bookings.check-in-of", { name })}
        pending={steps.isPending(booking, "check-in")}
        onPress={() => void steps.checkIn(booking)}
        className="shrink-0"
      >
        {t("bookings.check-in")}
      </Button>
    </li>
  );
}
