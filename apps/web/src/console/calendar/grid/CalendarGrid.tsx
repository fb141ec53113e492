import { type RefObject, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useMedia } from "../../../ui/use-media.ts";
import { useNow } from "../../../ui/use-now.ts";
import { useBookingDesk } from "../../booking/bookings-context.ts";
import type { CalendarColumn } from "../calendar-column.ts";
import { axisOf } from "../layout/axis.ts";
import { columnSpans } from "../layout/column-spans.ts";
import { placed } from "../layout/placed.ts";
import { shopSpans } from "../layout/shop-spans.ts";
import { useMoving } from "../moving/use-moving.ts";
import { minutesInto } from "../time/day-of.ts";
import { ColumnBody } from "./ColumnBody.tsx";
import { ColumnHead } from "./ColumnHead.tsx";
import { HourLabels } from "./HourLabels.tsx";
import { MovingWords } from "./MovingWords.tsx";
import { topOf } from "./scale.ts";

/** A quarter of an hour is 30 px for a mouse and 45 for a finger. */
const FINE = 2;
const COARSE = 3;

interface Props {
  readonly columns: readonly CalendarColumn[];
  readonly today: string;
  readonly week: boolean;
}

/** Time downwards, people or days beside each other. */
export function CalendarGrid({ columns, today, week }: Props) {
  const { t } = useTranslation("console");
  const { view } = useBookingDesk();
  const shop = view.shop.self;
  const pixelsPerMinute = useMedia("(any-pointer: coarse)") ? COARSE : FINE;
  const now = useNow(30_000);
  const filled = useMemo(
    () => columns.map((column) => ({ column, blocks: placed(column.bookings, column.date, shop.time_zone) })),
    [columns, shop.time_zone],
  );
  const spans = filled.flatMap(({ column, blocks }) => [
    ...columnSpans(column.date, shop.day_turns_at_minutes, (date) => shopSpans(shop, date)),
    ...column.work,
    ...blocks,
  ]);
  const scale = { axis: axisOf(spans, shop.day_turns_at_minutes), pixelsPerMinute };
  const frame = useRef<HTMLDivElement>(null);
  const moving = useMoving(frame, columns, scale);
  const nowMinutes = minutesInto(today, now, shop.time_zone);
  useFirstScroll(
    frame,
    topOf(scale, columns.some(({ date }) => date === today) ? nowMinutes : firstOf(filled)),
  );

  return (
    <div
      ref={frame}
      role="region"
      aria-label={t("calendar.title")}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the one way to scroll it without a mouse
      tabIndex={0}
      className="relative max-h-[calc(100dvh-14rem)] min-h-80 overflow-auto rounded-2xl border border-line bg-surface shadow-sm"
    >
      <div
        className="grid min-w-full"
        style={{ gridTemplateColumns: `3.75rem repeat(${columns.length}, minmax(${week ? 9 : 12}rem, 1fr))` }}
      >
        <div className="sticky top-0 left-0 z-30 border-b border-line bg-surface" />
        {columns.map((column) => (
          <ColumnHead key={column.key} column={column} week={week} today={today} now={now} />
        ))}
        <HourLabels scale={scale} />
        {filled.map(({ column, blocks }, index) => (
          <ColumnBody
            key={column.key}
            column={column}
            blocks={blocks}
            scale={scale}
            now={now}
            today={today}
            moving={moving}
            index={index}
          />
        ))}
      </div>
      <MovingWords moving={moving} columns={columns} />
    </div>
  );
}

type Filled = readonly {
  readonly column: CalendarColumn;
  readonly blocks: readonly { readonly from: number }[];
}[];

/** Where there is something to see on a day that is not today. */
function firstOf(filled: Filled): number {
  const firsts = filled.flatMap(({ column, blocks }) => [...blocks, ...column.work].map(({ from }) => from));
  return firsts.length === 0 ? 0 : Math.min(...firsts);
}

/** Opens at what matters, once; after that the person scrolls. */
function useFirstScroll(frame: RefObject<HTMLDivElement | null>, top: number): void {
  const first = useRef(top);
  useEffect(() => {
    const height = frame.current?.clientHeight ?? 0;
    frame.current?.scrollTo({ top: Math.max(0, first.current - height / 4) });
  }, [frame]);
}
