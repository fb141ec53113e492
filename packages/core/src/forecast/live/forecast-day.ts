import type { ShopEvent } from "../../queue/events.ts";
import { fold } from "../../queue/fold.ts";
import type { ShopState } from "../../queue/shop.ts";
import type { SettledForecast } from "./kept-forecast.ts";
import type { ShopForecaster } from "./shop-forecaster.ts";

/** Takes the events of a day one by one; answers what came of the forecasts given, and the state at the end. */
export const forecastDay = (
  forecaster: ShopForecaster,
  start: ShopState,
  events: readonly ShopEvent[],
): { readonly settled: readonly SettledForecast[]; readonly state: ShopState } => {
  const settled: SettledForecast[] = [];
  let state = start;
  for (const event of events) {
    const after = fold(state, [event]);
    settled.push(...forecaster.advance(event, state, after));
    state = after;
  }
  return { settled, state };
};
