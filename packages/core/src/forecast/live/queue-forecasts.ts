import type { ShopState } from "../../queue/shop.ts";
import type { WaitForecast } from "../wait-forecaster.ts";

/** What is forecast of one queue, renewed as it moves. Minutes. */
export interface QueueForecasts {
  /** Of each place in the line, and last of whoever would join now. */
  readonly places: readonly WaitForecast[];
  /** Whoever joins now will probably wait clearly longer than people usually do at this hour. */
  readonly longerThanUsual: boolean;
}

/** Between these places what is forecast changes evenly enough to be drawn by a line. */
const ANCHORS = [1, 2, 3, 4, 6, 9, 13, 20, 30, 45, 70, 100, 150, 220, 330, 500] as const;

const NOTHING: WaitForecast = { p10: 0, p50: 0, p90: 0 };

const between = (a: number, b: number, share: number): number => a + (b - a) * share;

/** The places of a line of which a forecast is made; the others lie between. */
export const anchorsOf = (places: number): readonly number[] => [
  ...ANCHORS.filter((anchor) => anchor < places),
  places,
];

/** Forecasts of all places from those of the anchors; nobody further back is told less than those before. */
export const spreadOut = (anchors: readonly number[], made: readonly WaitForecast[]): WaitForecast[] => {
  const places: WaitForecast[] = [];
  let last = NOTHING;
  let from = 0;
  for (const [index, anchor] of anchors.entries()) {
    const forecast = made[index] ?? last;
    const reached: WaitForecast = {
      p10: Math.max(last.p10, forecast.p10),
      p50: Math.max(last.p50, forecast.p50),
      p90: Math.max(last.p90, forecast.p90),
    };
    for (let place = from + 1; place <= anchor; place++) {
      const share = (place - from) / (anchor - from);
      places.push({
        p10: between(last.p10, reached.p10, share),
        p50: between(last.p50, reached.p50, share),
        p90: between(last.p90, reached.p90, share),
      });
    }
    last = reached;
    from = anchor;
  }
  return places;
};

/** The same pace goes on behind the end of what was forecast. */
const resized = (places: readonly WaitForecast[], count: number): readonly WaitForecast[] => {
  if (places.length >= count) return places.length === count ? places : places.slice(0, count);
  const grown = [...places];
  while (grown.length < count) {
    const last = grown.at(-1) ?? NOTHING;
    const before = grown.at(-2) ?? NOTHING;
    grown.push({
      p10: 2 * last.p10 - before.p10,
      p50: 2 * last.p50 - before.p50,
      p90: 2 * last.p90 - before.p90,
    });
  }
  return grown;
};

/** Of a queue as its line stands now: it may have changed its length a moment after it was forecast. */
export const forecastsOf = (
  forecasts: ReadonlyMap<string, QueueForecasts>,
  state: ShopState,
  queueId: string,
): QueueForecasts | undefined => {
  const made = forecasts.get(queueId);
  const queue = state.queues.get(queueId);
  return made === undefined || queue === undefined
    ? undefined
    : { ...made, places: resized(made.places, queue.line.length + 1) };
};
