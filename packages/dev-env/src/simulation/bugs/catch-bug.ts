import { runSeeds } from "../run-seeds.ts";
import type { PlantedBug } from "./bug.ts";
import { patchedCopy } from "./patched-copy.ts";

export interface Caught {
  readonly seed: number;
  readonly promise: string;
  readonly text: string;
}

/** The first seed that shows the promise broken that the bug breaks, or null where none of them does. */
export const catchBug = async (
  bug: PlantedBug,
  { workers, mostSeeds }: { readonly workers: number; readonly mostSeeds: number },
): Promise<Caught | null> => {
  using copy = patchedCopy(bug);
  const { failures } = await runSeeds({
    first: bug.from ?? 1,
    count: mostSeeds,
    workers,
    profile: bug.shows,
    entry: copy.url("worker.ts"),
    until: ({ violations }) => violations.some(({ promise }) => promise === bug.breaks),
  });
  for (const { seed, violations } of failures) {
    const violation = violations.find(({ promise }) => promise === bug.breaks);
    if (violation !== undefined) return { seed, ...violation };
  }
  return null;
};
