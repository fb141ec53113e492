import {
  forecastDay,
  keepForecast,
  type ServiceDay,
  type SettledForecast,
  ShopForecaster,
  type WaitModel,
} from "@callnext/core";
import type { Logger } from "pino";
import type { DayStarts, ShopPlace } from "../records/day-starts.ts";
import { readLog } from "../records/read-log.ts";
import type { ShopRuntime } from "../shops/shop-runtime.ts";
import { branchName } from "./branch-name.ts";
import { trainModel } from "./train-model.ts";
import type { ForecastBase, WaitLog } from "./wait-log.ts";

export interface SettlingNeeds {
  readonly runtime: Pick<ShopRuntime, "events">;
  readonly dayStarts: DayStarts;
  readonly log: Logger;
}

/** Older days than these are noted as over, and nothing is learned from them. */
const DAYS_LEARNED = 28;
/** Fewer waits teach nothing that the mean pace does not know. */
const FIRST_TRAINING = 1_000;

/**
 * Writes down the shop's days that are over, oldest first: what was forecast on each, as the screens showed it, and
 * the model trained on all that is known by then.
 */
export async function settleDays(needs: SettlingNeeds, waits: WaitLog, place: ShopPlace): Promise<number> {
  const { dayStarts } = needs;
  const [, ...over] = await dayStarts.days(place);
  const settled = await waits.settledDays(place);
  const open = over.filter((day) => !settled.has(day)).toReversed();
  const learned = new Set(over.slice(0, DAYS_LEARNED));
  for (const day of open) {
    const base = await waits.base(place);
    const forecasts = learned.has(day) ? await forecastsOf(needs, place, day, base) : [];
    const model = await modelAfter(place, base, forecasts);
    await waits.settle(place, { day, forecasts, model });
  }
  return open.length;
}

async function forecastsOf(
  { runtime, dayStarts, log }: SettlingNeeds,
  place: ShopPlace,
  day: ServiceDay,
  base: ForecastBase,
): Promise<readonly SettledForecast[]> {
  const kept = await dayStarts.ofDay(place, day);
  if (kept === undefined) return [];
  const events = await readLog(runtime, place.shopId, kept.start.seq, kept.upTo);
  if (events === undefined) {
    log.warn({ shopId: place.shopId, day }, "a day is too long for its forecasts to be written down");
    return [];
  }
  const forecaster = openForecaster(place, base, "record");
  const { settled, state } = forecastDay(forecaster, kept.start, events);
  // By the event with which the next day began.
  return [...settled, ...forecaster.endDay({ at: state.at, seq: state.seq + 1 })];
}

/** Goes on from what is kept, for one purpose or another. */
export function openForecaster(
  { shopId }: ShopPlace,
  { kept, model }: ForecastBase,
  purpose: "record" | "screens",
): ShopForecaster {
  const forecaster = new ShopForecaster(branchName(shopId), purpose);
  forecaster.recall(kept);
  if (model !== null) forecaster.adopt(model);
  return forecaster;
}

async function modelAfter(
  { shopId }: ShopPlace,
  base: ForecastBase,
  forecasts: readonly SettledForecast[],
): Promise<WaitModel | null> {
  const fresh = forecasts.map(keepForecast);
  const kept = [...base.kept, ...fresh];
  if (fresh.length === 0 || kept.length < FIRST_TRAINING) return base.model;
  return await trainModel({ branch: branchName(shopId), kept, seed: kept.length });
}
