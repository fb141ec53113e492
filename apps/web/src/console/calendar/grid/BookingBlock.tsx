import { useTranslation } from "react-i18next";
import { formatTime } from "../../../i18n/format-time.ts";
import { classNames } from "../../../ui/class-names.ts";
import { useBookingDesk } from "../../booking/bookings-context.ts";
import { bookingLook } from "../../booking/logic/booking-look.ts";
import { bookingName } from "../../booking/logic/booking-name.ts";
import { bookingTimes } from "../../booking/logic/booking-times.ts";
import { mayStep } from "../../booking/logic/booking-steps.ts";
import type { Placed } from "../layout/placed.ts";
import type { Moving } from "../moving/use-moving.ts";
import { type Scale, topOf } from "./scale.ts";

const TONES = {
  calm: "border-line-strong bg-sunken text-ink-soft",
  accent: "border-accent bg-accent-soft text-ink",
  good: "border-good bg-good-soft text-ink",
  warn: "border-warn bg-warn-soft text-ink",
  bad: "border-bad bg-bad-soft text-ink",
} as const;

/** Lower than this there is room for one line only. */
const TWO_LINES = 44;

interface Props {
  readonly block: Placed;
  readonly scale: Scale;
  readonly moving: Moving;
  /** Index of its column. */
  readonly column: number;
  /** ms */
  readonly now: number;
}

/** One appointment: Enter opens it, M moves it, arrows go to the next. */
export function BookingBlock({ block, scale, moving, column, now }: Props) {
  const { t } = useTranslation("console");
  const { view, openDialog } = useBookingDesk();
  const { booking, from, until, track, tracks } = block;
  const timeZone = view.shop.self.time_zone;
  const { key, tone } = bookingLook(booking, now);
  const name = bookingName(t, booking);
  const status = t(`booking-status.${key}`, { minutes: booking.late_minutes });
  const height = (until - from) * scale.pixelsPerMinute - 2;
  const facts = [status, booking.ticket_number, booking.service?.name].filter(Boolean).join(" · ");
  const gone = booking.status === "cancelled" || booking.status === "no_show";
  return (
    <li>
      <button
        type="button"
        data-booking={booking.id}
        data-look={key}
        aria-keyshortcuts={mayStep(booking, "move") ? "M" : undefined}
        className={classNames(
          "absolute z-10 flex flex-col justify-start overflow-hidden rounded-md border border-l-4 px-1.5 text-left text-sm leading-tight",
          TONES[tone],
          booking.status === "held" && "border-dashed",
          moving.state?.booking.id === booking.id && "opacity-50",
          height < TWO_LINES ? "py-0.5" : "py-1",
        )}
        style={{
          top: topOf(scale, from) + 1,
          height,
          left: `calc(${(track / tracks) * 100}% + 2px)`,
          width: `calc(${100 / tracks}% - 6px)`,
        }}
        onClick={() => moving.wasDragged() || openDialog({ kind: "details", id: booking.id })}
        {...moving.handlers(block, column)}
      >
        <span className="flex max-w-full gap-1.5 font-semibold">
          <span className="shrink-0 tabular-nums">
            {formatTime(Date.parse(booking.appointment_time), { timeZone })}
          </span>
          <span className={classNames("truncate", gone && "line-through")}>{name}</span>
        </span>
        <span className={height < TWO_LINES ? "sr-only" : "max-w-full truncate text-xs"}>{facts}</span>
        <span className="sr-only">
          {bookingTimes(booking, timeZone)}, {booking.provider_name}
        </span>
      </button>
    </li>
  );
}
