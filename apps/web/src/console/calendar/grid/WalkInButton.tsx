import { useTranslation } from "react-i18next";
import { formatTime } from "../../../i18n/format-time.ts";
import { Button } from "../../../ui/Button.tsx";
import { useBookingDesk } from "../../booking/bookings-context.ts";
import type { CalendarColumn } from "../calendar-column.ts";
import { gapAt } from "../layout/gap-at.ts";
import { minutesInto } from "../time/day-of.ts";
import { instantOf } from "../time/zone-time.ts";

const MINUTE = 60_000;
/** Less than this is no gap that anybody could be served in. */
const LEAST = 10 * MINUTE;
const STEP = 5 * MINUTE;

/** Somebody who walks in, into the time that is free just now. Not there where nothing is free. */
export function WalkInButton({ column, now }: { readonly column: CalendarColumn; readonly now: number }) {
  const { t } = useTranslation("console");
  const { view, openDialog } = useBookingDesk();
  const { date, provider, work, bookings } = column;
  const timeZone = view.shop.self.time_zone;
  const minutes = minutesInto(date, now, timeZone);
  const span = work.find(({ from, until }) => from <= minutes && minutes < until);
  if (provider === null || span === undefined) return null;
  const until = gapAt(now, instantOf({ date, minutes: span.until }, timeZone), provider.lanes, bookings);
  if (until === null || until - now < LEAST) return null;
  const start = Math.ceil(now / STEP) * STEP;
  const time = formatTime(until, { timeZone });
  return (
    <Button
      className="!px-2.5 !text-xs"
      onPress={() => openDialog({ kind: "book", wish: { date, start, providerId: provider.id, here: true } })}
    >
      <span className="flex flex-col items-start leading-tight">
        <span>
          {t("calendar.walk-in")} <span className="sr-only">{provider.name}</span>
        </span>
        <span className="font-normal text-ink-soft">{t("calendar.free-until", { time })}</span>
      </span>
    </Button>
  );
}
