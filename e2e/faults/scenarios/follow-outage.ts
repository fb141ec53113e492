import { Screen } from "../actors/screen.ts";
import { checkScreen, type Outage, rightFrom, type ScreenRules } from "../checkers/check-screen.ts";
import type { Measure, Report } from "../report.ts";
import { eventually } from "../../support/eventually.ts";
import type { Place } from "./place.ts";
import { serveVisitor } from "./serve-visitor.ts";

export interface Followed {
  readonly name: string;
  /** Where the screens find the server. */
  readonly origin: string;
  readonly screens: number;
  readonly rightWithinMs: number;
  readonly graceMs: number;
  /** Takes the server away and gives it back; from when to when it was gone. */
  readonly takeAway: () => Promise<Outage>;
}

const STALE_WITHIN_MS = 8_000;
/** A timer that runs late and the event that it brings. */
const STALE_TOLERANCE_MS = 1_000;
const LONGEST_DELAY_MS = 2_500;

/** Screens follow while the server is away for them; then something happens, and they must come to it by themselves. */
export async function followOutage(place: Place, followed: Followed): Promise<Report> {
  using crowd = new DisposableStack();
  const screens = Array.from({ length: followed.screens }, (_, index) =>
    crowd.use(new Screen(`screen ${String(index + 1)}`, followed.origin, place.topics)),
  );
  await eventually(
    { withinMs: 30_000, what: "all screens" },
    () => screens.every(({ isFresh }) => isFresh) || undefined,
  );
  await serveVisitor(place, 0, 0);
  const outage = await followed.takeAway();
  await serveVisitor(place, 0, 1);
  const truths = await place.truths(screens);
  const rules: ScreenRules = {
    outages: [outage],
    truths,
    staleWithinMs: STALE_WITHIN_MS + STALE_TOLERANCE_MS + followed.graceMs,
    rightWithinMs: followed.rightWithinMs + followed.graceMs,
    longestDelayMs: LONGEST_DELAY_MS,
  };
  return {
    name: followed.name,
    violations: screens.flatMap(({ history }) => checkScreen(history, rules)),
    measures: measured(screens, outage, rules, followed.rightWithinMs),
  };
}

function measured(
  screens: readonly Screen[],
  { from, to }: Outage,
  { truths }: ScreenRules,
  rightWithinMs: number,
): readonly Measure[] {
  const samples = screens.flatMap(({ history }) => [...history.topics]);
  const staleAfter = samples.map(([, told]) => {
    return (told.find(({ at, state }) => at > from && state.stale)?.at ?? Number.NaN) - from;
  });
  const rightAfter = samples.map(([topic, told]) => {
    const truth = truths.get(topic);
    return ((truth && rightFrom(told, truth)) ?? Number.NaN) - to;
  });
  const polling = screens.map(({ history }) => {
    const sample = history.connection.find(
      ({ at, state }) => at > from && "polling" in state && state.polling,
    );
    return sample === undefined ? Number.NaN : sample.at - from;
  });
  const polled = polling.filter((ms) => !Number.isNaN(ms));
  const marked = {
    what: "last screen marked stale",
    value: Math.max(...staleAfter),
    unit: "ms",
    bound: STALE_WITHIN_MS + STALE_TOLERANCE_MS,
  } as const;
  return [
    { what: "server away", value: to - from, unit: "ms" },
    ...(to - from > marked.bound ? [marked] : []),
    { what: "screens that polled", value: polled.length, unit: "" },
    { what: "last of them began to poll", value: Math.max(0, ...polled), unit: "ms" },
    {
      what: "last screen right after the return",
      value: Math.max(...rightAfter),
      unit: "ms",
      bound: rightWithinMs,
    },
  ];
}
