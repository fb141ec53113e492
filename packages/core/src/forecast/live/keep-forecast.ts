import type { KeptForecast, SettledForecast } from "./kept-forecast.ts";

/** What is stored of a settled forecast. */
export const keepForecast = (settled: SettledForecast): KeptForecast => {
  const { seq, at, knownAt, knownSeq, queueId, open, minutes } = settled;
  const { reading, p50, byPace, centre, signs, reach } = open;
  const given = { p50, byPace, centre, signs, reach };
  return { seq, at, knownAt, knownSeq, queueId, reading, minutes, given };
};
