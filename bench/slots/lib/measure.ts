export interface Measured {
  readonly name: string;
  readonly runs: number;
  /** Milliseconds. */
  readonly p10: number;
  readonly median: number;
  readonly p90: number;
  readonly p99: number;
  /** What was found, so that a faster search that finds less is seen. */
  readonly found: number;
}

/** Times a question asked over and over, after a tenth as many that do not count. */
export const measure = (name: string, runs: number, question: () => number): Measured => {
  let found = 0;
  for (let run = 0; run < runs / 10; run += 1) found = question();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    found = question();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round((times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0) * 1000) / 1000;
  return { name, runs, p10: at(0.1), median: at(0.5), p90: at(0.9), p99: at(0.99), found };
};
