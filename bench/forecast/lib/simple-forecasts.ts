import type { Follower } from "./replay.ts";
import type { WaitsRow } from "./waits-row.ts";

/** A way to forecast that needs no learning, to measure ours against. */
export interface SimpleForecast {
  readonly name: string;
  /** A fresh follower without memory. */
  readonly make: () => Follower<number>;
}

/** Assumed where no duration is published. */
const UNKNOWN_SERVICE = 10;

const published = ({ reading }: WaitsRow): number => reading.setMinutes || UNKNOWN_SERVICE;

const byLength = (row: WaitsRow): number =>
  (published(row) * row.reading.waiting) / Math.max(1, row.reading.counters);

const stateless = (name: string, see: (row: WaitsRow) => number): SimpleForecast => ({
  name,
  make: () => ({ see, settle: () => undefined }),
});

interface Sums {
  minutes: number;
  people: number;
  count: number;
}

/** Where nothing is known of a line yet, the mean of all; where nothing is known at all, its length. */
const overallMean = (all: Sums, row: WaitsRow): number =>
  all.count === 0 ? byLength(row) : all.minutes / all.count;

const lastWaits = (name: string, window: number, keyOf: (row: WaitsRow) => string): SimpleForecast => ({
  name,
  make: () => {
    const all: Sums = { minutes: 0, people: 0, count: 0 };
    const waits = new Map<string, { recent: number[]; sum: number }>();
    return {
      see: (row) => {
        const known = waits.get(keyOf(row));
        return known === undefined ? overallMean(all, row) : known.sum / known.recent.length;
      },
      settle: (row) => {
        all.minutes += row.wait;
        all.count += 1;
        const known = waits.get(keyOf(row)) ?? { recent: [], sum: 0 };
        known.recent.push(row.wait);
        known.sum += row.wait - (known.recent.length > window ? (known.recent.shift() ?? 0) : 0);
        waits.set(keyOf(row), known);
      },
    };
  },
});

const perPerson: SimpleForecast = {
  name: "mean wait per person ahead, by queue",
  make: () => {
    const all: Sums = { minutes: 0, people: 0, count: 0 };
    const lines = new Map<string, Sums>();
    const PRIOR_PEOPLE = 20;
    return {
      see: (row) => {
        if (all.people === 0) return byLength(row);
        const { minutes, people } = lines.get(row.reading.queue) ?? { minutes: 0, people: 0 };
        const usual = all.minutes / all.people;
        return (row.reading.waiting * (minutes + PRIOR_PEOPLE * usual)) / (people + PRIOR_PEOPLE);
      },
      settle: (row) => {
        const line = lines.get(row.reading.queue) ?? { minutes: 0, people: 0, count: 0 };
        for (const sums of [all, line]) {
          sums.minutes += row.wait;
          sums.people += row.reading.waiting;
        }
        lines.set(row.reading.queue, line);
      },
    };
  },
};

const queueOf = (row: WaitsRow): string => row.reading.queue;
const officeOf = (row: WaitsRow): string => row.office;

export const rollingAverages: readonly SimpleForecast[] = [5, 10, 20, 50, 100, 200].flatMap((window) => [
  lastWaits(`rolling average of ${String(window)} waits, by queue`, window, queueOf),
  lastWaits(`rolling average of ${String(window)} waits, by office`, window, officeOf),
]);

export const otherSimpleForecasts: readonly SimpleForecast[] = [
  perPerson,
  lastWaits("last completed wait, by queue", 1, queueOf),
  stateless("length × published service ÷ counters", byLength),
  stateless("published service time alone", published),
];
