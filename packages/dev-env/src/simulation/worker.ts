/** A thread that runs the seeds it is sent and answers with what it found. */
import { parentPort } from "node:worker_threads";
import type { Violation } from "./checkers/violation.ts";
import type { ProfileName } from "./plan/profiles.ts";
import { planOf, simulate } from "./simulate.ts";

export interface SeedResult {
  readonly seed: number;
  readonly profile: ProfileName;
  readonly traceHash: string;
  readonly violations: readonly Violation[];
}

/** What a worker is sent. */
export interface SeedOrder {
  readonly seeds: readonly number[];
  /** Seeds of other profiles are left out. */
  readonly profile: ProfileName | null;
}

const run = async ({ seeds, profile: wanted }: SeedOrder): Promise<readonly SeedResult[]> => {
  const results: SeedResult[] = [];
  for (const seed of seeds) {
    if (wanted !== null && planOf(seed).profile !== wanted) continue;
    const { profile, traceHash, violations } = await simulate(seed);
    results.push({ seed, profile, traceHash, violations });
  }
  return results;
};

parentPort?.on("message", (order: SeedOrder) => {
  // A failure of the simulation itself ends the worker, which tells the seeds' owner.
  void run(order).then((results) => parentPort?.postMessage(results));
});
