import type { ProviderShown } from "@callnext/protocol";
import { minutesOf } from "../../../admin/shops/minutes-of-day.ts";
import { daysBetween, mondayOf, weekdayOf } from "../time/calendar-date.ts";
import type { Span } from "./axis.ts";
import { type ShopHours, shopSpans, spanOf } from "./shop-spans.ts";

type Pattern = ProviderShown["patterns"][number];
type Timetable = Pick<ProviderShown, "patterns" | "absences">;

/**
 * When somebody works in the periods that begin on that date: for the eye. What may be booked, the server says.
 * Without patterns: whenever the shop is open.
 */
export function workSpans(shop: ShopHours, { patterns, absences }: Timetable, date: string): readonly Span[] {
  const open = shopSpans(shop, date);
  const planned = patterns.filter((each) => applies(each, date));
  const work =
    patterns.length === 0
      ? open
      : planned.flatMap(({ periods }) => (periods[weekdayOf(date)] ?? []).map(spanOf)).flatMap(within(open));
  const away = absences.map(({ from, until }) => ({ from: into(date, from), until: into(date, until) }));
  return away.reduce<readonly Span[]>((left, gone) => left.flatMap(without(gone)), work);
}

function applies({ from, until, every_weeks }: Pattern, date: string): boolean {
  if (date < from || (until !== null && date > until)) return false;
  return (daysBetween(mondayOf(from), mondayOf(date)) / 7) % every_weeks === 0;
}

/** `YYYY-MM-DDTHH:MM` in minutes since that day's midnight. */
function into(date: string, wall: string): number {
  return daysBetween(date, wall.slice(0, 10)) * 1440 + minutesOf(wall.slice(11, 16));
}

const some = (span: Span): readonly Span[] => (span.from < span.until ? [span] : []);

const within =
  (open: readonly Span[]) =>
  (span: Span): readonly Span[] =>
    open.flatMap(({ from, until }) =>
      some({ from: Math.max(from, span.from), until: Math.min(until, span.until) }),
    );

const without =
  (gone: Span) =>
  (span: Span): readonly Span[] => {
    if (gone.until <= span.from || gone.from >= span.until) return [span];
    return [...some({ ...span, until: gone.from }), ...some({ ...span, from: gone.until })];
  };
