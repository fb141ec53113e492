import type { Shop, Weekday } from "../../queue/shop.ts";
import type { Instant } from "../../queue/time.ts";
import { addDays, mondayOf, weekdayOf } from "../../time/calendar-date.ts";
import { openSpans } from "../../time/open-spans.ts";
import { joinSpans, type Span } from "../../time/span.ts";
import type { WallClock } from "../../time/wall-clock.ts";

export interface CalendarDay {
  readonly date: string;
  readonly weekday: Weekday;
  /** The Monday of its week. */
  readonly monday: Instant;
  /** When the shop is open, of the periods that begin on this day. */
  readonly open: readonly Span[];
}

/** The days of a search, made once for everybody whose work is looked at. */
export interface WorkCalendar {
  readonly clock: WallClock;
  readonly days: readonly CalendarDay[];
  /** Of all of them, and of the day before and the day after: a night of work may go on in the next day's opening. */
  readonly open: readonly Span[];
}

export const workCalendar = (shop: Shop, clock: WallClock, first: string, last: string): WorkCalendar => {
  const days: CalendarDay[] = [];
  for (let date = first; date <= last; date = addDays(date, 1))
    days.push({
      date,
      weekday: weekdayOf(date),
      monday: mondayOf(date),
      open: openSpans(shop, clock, date, date),
    });
  const [before, after] = [addDays(first, -1), addDays(last, 1)];
  const open = joinSpans([
    ...openSpans(shop, clock, before, before),
    ...days.flatMap((day) => day.open),
    ...openSpans(shop, clock, after, after),
  ]);
  return { clock, days, open };
};
