import { Worker } from "node:worker_threads";
import type { ProfileName } from "./plan/profiles.ts";
import type { SeedOrder, SeedResult } from "./worker.ts";

export interface RunOptions {
  readonly first: number;
  readonly count: number;
  readonly workers: number;
  /** Stops soon after a seed broke a promise that this accepts. */
  readonly until?: (result: SeedResult) => boolean;
  /** Runs the seeds of this profile only. */
  readonly profile?: ProfileName | undefined;
  /** The `worker.ts` of another copy of the sources. */
  readonly entry?: URL;
}

export interface RunSummary {
  readonly seeds: number;
  readonly seconds: number;
  /** In the order of their seeds. */
  readonly failures: readonly SeedResult[];
}

/** Seeds that a worker takes at a time. */
const CHUNK = 8;

/** Runs seeds on several threads; each seed has a world of its own, so the result does not depend on their number. */
export const runSeeds = async ({
  first,
  count,
  workers,
  until,
  profile,
  entry,
}: RunOptions): Promise<RunSummary> => {
  const began = performance.now();
  const failures: SeedResult[] = [];
  let next = first;
  let done = 0;
  let isOver = false;
  const work = async (): Promise<void> => {
    const worker = new Worker(entry ?? new URL("./worker.ts", import.meta.url));
    try {
      while (!isOver && next < first + count) {
        const seeds = Array.from(
          { length: Math.min(CHUNK, first + count - next) },
          (_, index) => next + index,
        );
        next += seeds.length;
        for (const result of await ask(worker, { seeds, profile: profile ?? null })) {
          done += 1;
          if (result.violations.length > 0) failures.push(result);
          if (until?.(result) === true) isOver = true;
        }
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  const seconds = (performance.now() - began) / 1000;
  return { seeds: done, seconds, failures: failures.toSorted((a, b) => a.seed - b.seed) };
};

const ask = (worker: Worker, order: SeedOrder): Promise<readonly SeedResult[]> =>
  new Promise((resolve, reject) => {
    worker.removeAllListeners();
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`A simulation worker ended with ${code}.`)));
    worker.postMessage(order);
  });
