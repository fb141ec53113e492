import { useTranslation } from "react-i18next";
import { formatTime } from "../../../i18n/format-time.ts";
import { useBookingDesk } from "../../booking/bookings-context.ts";
import { bookingName } from "../../booking/logic/booking-name.ts";
import type { CalendarColumn } from "../calendar-column.ts";
import type { Moving } from "../moving/use-moving.ts";
import { useDayText } from "../time/use-day-text.ts";
import { instantOf } from "../time/zone-time.ts";

interface Props {
  readonly moving: Moving;
  readonly columns: readonly CalendarColumn[];
}

/** Says where the booking would be while it is moved by keys; seen as well, for the keys are not obvious. */
export function MovingWords({ moving: { state }, columns }: Props) {
  const { t } = useTranslation("console");
  const text = useDayText();
  const timeZone = useBookingDesk().view.shop.self.time_zone;
  const byKeys = state?.by === "keys" ? state : null;
  const column = byKeys === null ? undefined : columns[byKeys.column];
  return (
    <div role="status" className="sticky bottom-0 left-0 z-30">
      {byKeys !== null && column !== undefined && (
        <p className="border-t-2 border-accent bg-accent-soft px-4 py-2.5 text-base font-medium">
          {t("booking-move.at", {
            name: bookingName(t, byKeys.booking),
            time: formatTime(instantOf({ date: column.date, minutes: byKeys.at }, timeZone), { timeZone }),
            place: column.provider?.name ?? text.long(column.date),
          })}
        </p>
      )}
    </div>
  );
}
