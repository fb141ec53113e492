import type { Service, Shop } from "../../queue/shop.ts";
import type { Instant } from "../../queue/time.ts";
import { addDays } from "../../time/calendar-date.ts";
import type { WallClock } from "../../time/wall-clock.ts";
import { USUAL_BOOKING_RULES } from "../booking-rules.ts";
import type { Provider } from "../provider.ts";
import type { BookingWindow } from "./booking-window.ts";
import type { Taken } from "./free-lane.ts";
import { laneWatch } from "./lane-watch.ts";
import { providerWork, type WorkDay } from "./provider-work.ts";
import { visitTimes } from "./visit-times.ts";
import { type WorkCalendar, workCalendar } from "./work-calendar.ts";

const MINUTE = 60_000;

export interface StartSearch {
  readonly shop: Shop;
  readonly service: Service;
  readonly window: BookingWindow;
  readonly calendar: WorkCalendar;
}

/** The days whose work has to be known: a night began the day before, a visit goes on into the day after. */
export const searchCalendar = (shop: Shop, clock: WallClock, { earliest, latest }: BookingWindow) =>
  workCalendar(shop, clock, addDays(clock.dateAt(earliest), -1), addDays(clock.dateAt(latest), 1));

/** When a visit may begin with this provider, within the window, in order. `taken` is what takes its lanes. */
export const freeStarts = (
  { shop, calendar, service, window }: StartSearch,
  provider: Provider,
  taken: readonly Taken[],
): Instant[] => {
  const { days, present } = providerWork(calendar, provider);
  const stepMs = (shop.booking ?? USUAL_BOOKING_RULES).stepMinutes * MINUTE;
  const isLaneFree = laneWatch(provider.lanes, taken);
  const starts: Instant[] = [];
  let at = 0;
  for (const start of steps(days, stepMs, window)) {
    const visit = visitTimes(service, start);
    while ((present[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at += 1;
    const work = present[at];
    if (work === undefined) break;
    if (work.start <= start && visit.end <= work.end && isLaneFree(visit)) starts.push(start);
  }
  return starts;
};

/** In order, each once: the nights of two dates may overlap. */
const steps = (days: readonly WorkDay[], stepMs: number, { earliest, latest }: BookingWindow): Instant[] => {
  const all = new Set<Instant>();
  for (const { spans } of days) {
    const dayStart = spans[0]?.start ?? 0;
    for (const span of spans) {
      const from = Math.max(span.start, earliest);
      const until = Math.min(span.end, latest);
      let start = dayStart + Math.ceil((from - dayStart) / stepMs) * stepMs;
      for (; start < until; start += stepMs) all.add(start);
    }
  }
  return [...all].toSorted((a, b) => a - b);
};
