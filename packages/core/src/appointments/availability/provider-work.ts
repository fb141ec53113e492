import type { Instant } from "../../queue/time.ts";
import { mondayOf } from "../../time/calendar-date.ts";
import { minutesOf, periodSpan } from "../../time/period-span.ts";
import { joinSpans, sharedSpans, type Span, spansWithout } from "../../time/span.ts";
import type { WallClock } from "../../time/wall-clock.ts";
import type { Absence, Provider, WorkPattern } from "../provider.ts";
import type { CalendarDay, WorkCalendar } from "./work-calendar.ts";

const WEEK = 7 * 24 * 60 * 60_000;

/** The periods of a provider's work that begin on one date, before absences. In order and apart, never none. */
export interface WorkDay {
  readonly spans: readonly Span[];
}

/** When a provider works: nobody works while the shop is closed. */
export interface Work {
  readonly days: readonly WorkDay[];
  /** All of it, without absences: a visit takes place within one of these. */
  readonly present: readonly Span[];
}

/** The work that begins on the calendar's days. */
export const providerWork = (calendar: WorkCalendar, { patterns, absences }: Provider): Work => {
  const { clock } = calendar;
  const dated = patterns.map((pattern) => ({ pattern, monday: mondayOf(pattern.from) }));
  const days: WorkDay[] = [];
  for (const day of calendar.days) {
    const spans =
      patterns.length === 0 ? day.open : sharedSpans(patternSpans(dated, clock, day), calendar.open);
    if (spans.length > 0) days.push({ spans });
  }
  const away = joinSpans(absences.map((absence) => absenceSpan(clock, absence)));
  return { days, present: spansWithout(joinSpans(days.flatMap(({ spans }) => spans)), away) };
};

interface DatedPattern {
  readonly pattern: WorkPattern;
  /** Of the week from which it repeats. */
  readonly monday: Instant;
}

const appliesOn = ({ pattern, monday }: DatedPattern, day: CalendarDay): boolean =>
  day.date >= pattern.from &&
  (pattern.until === null || day.date <= pattern.until) &&
  ((day.monday - monday) / WEEK) % Math.max(1, pattern.everyWeeks) === 0;

const patternSpans = (patterns: readonly DatedPattern[], clock: WallClock, day: CalendarDay): Span[] => {
  const spans: Span[] = [];
  for (const dated of patterns) {
    const periods = dated.pattern.periods[day.weekday];
    if (periods !== undefined && appliesOn(dated, day))
      for (const period of periods) spans.push(periodSpan(clock, day.date, period));
  }
  return joinSpans(spans);
};

const absenceSpan = (clock: WallClock, { from, until }: Absence): Span => ({
  start: wallInstant(clock, from),
  end: wallInstant(clock, until),
});

/** Of a wall time `YYYY-MM-DDTHH:MM`. */
const wallInstant = (clock: WallClock, wall: string): Instant =>
  clock.instantOf(wall.slice(0, 10), minutesOf(wall.slice(11)));
