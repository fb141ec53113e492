import { useTranslation } from "react-i18next";
import { useBookingDesk } from "../../booking/bookings-context.ts";
import type { CalendarColumn } from "../calendar-column.ts";
import type { Placed } from "../layout/placed.ts";
import type { Moving } from "../moving/use-moving.ts";
import { useDayText } from "../time/use-day-text.ts";
import { minutesInto } from "../time/day-of.ts";
import { instantOf } from "../time/zone-time.ts";
import { BookingBlock } from "./BookingBlock.tsx";
import { hoursOf } from "./hours-of.ts";
import { MovingBlock } from "./MovingBlock.tsx";
import { NowLine } from "./NowLine.tsx";
import { minutesAt, type Scale, topOf } from "./scale.ts";

/** A click in a free place means the quarter of an hour that it is in. */
const QUARTER = 15;

interface Props {
  readonly column: CalendarColumn;
  readonly blocks: readonly Placed[];
  readonly scale: Scale;
  /** ms */
  readonly now: number;
  readonly today: string;
  readonly moving: Moving;
  readonly index: number;
}

export function ColumnBody({ column, blocks, scale, now, today, moving, index }: Props) {
  const { t } = useTranslation("console");
  const text = useDayText();
  const { view, openDialog } = useBookingDesk();
  const { date, provider } = column;
  const timeZone = view.shop.self.time_zone;
  const day = text.long(date);
  const label = t("calendar.book-in", { name: provider?.name ?? t("booking.anyone"), day });

  const book = (event: React.MouseEvent<HTMLButtonElement>): void => {
    const top = event.clientY - event.currentTarget.getBoundingClientRect().top;
    const minutes = minutesAt(scale, top - (QUARTER / 2) * scale.pixelsPerMinute, QUARTER);
    // By keyboard nothing was pointed at.
    const start = event.detail === 0 ? null : instantOf({ date, minutes }, timeZone);
    openDialog({ kind: "book", wish: { date, start, providerId: provider?.id ?? null, here: false } });
  };
  return (
    <div
      data-column-body={column.key}
      className="relative border-l border-line bg-sunken"
      style={{ height: topOf(scale, scale.axis.until) }}
    >
      {column.work.map(({ from, until }) => (
        <div
          key={from}
          className="absolute inset-x-0 bg-surface"
          style={{
            top: Math.max(0, topOf(scale, from)),
            height: topOf(scale, Math.min(until, scale.axis.until)) - Math.max(0, topOf(scale, from)),
          }}
        />
      ))}
      {hoursOf(scale.axis).map((minutes) => (
        <div
          key={minutes}
          className="absolute inset-x-0 border-t border-line"
          style={{ top: topOf(scale, minutes) }}
        />
      ))}
      <button
        type="button"
        aria-label={label}
        onClick={book}
        className="absolute inset-0 cursor-cell focus-visible:-outline-offset-3"
      />
      <ul aria-label={t("calendar.column", { name: provider?.name ?? t("calendar.everybody"), day })}>
        {blocks.map((block) => (
          <BookingBlock
            key={block.booking.id}
            block={block}
            scale={scale}
            moving={moving}
            column={index}
            now={now}
          />
        ))}
      </ul>
      {moving.state?.column === index && <MovingBlock moving={moving.state} date={date} scale={scale} />}
      {date === today && <NowLine minutes={minutesInto(date, now, timeZone)} scale={scale} />}
    </div>
  );
}
