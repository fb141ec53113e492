/** `npm run simulate`: the simulation from the command line. */
import { availableParallelism } from "node:os";
import { bugByName, BUGS } from "./bugs/bugs.ts";
import { catchBug } from "./bugs/catch-bug.ts";
import { patchedCopy } from "./bugs/patched-copy.ts";
import { readArguments, type SimulateArguments, USAGE } from "./read-arguments.ts";
import { runSeeds } from "./run-seeds.ts";
import { simulate } from "./simulate.ts";
import type { SeedResult } from "./worker.ts";

/** More failing seeds are counted, not shown. */
const MOST_SHOWN = 10;
/** No planted bug takes longer to be caught. */
const MOST_SEEDS_FOR_A_BUG = 4_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const sayViolations = ({
  seed,
  profile,
  violations,
}: Pick<SeedResult, "seed" | "profile" | "violations">): void => {
  say(`seed ${seed} (${profile}):`);
  for (const { promise, text } of violations) say(`  ${promise}: ${text}`);
};

const replayCommand = (seed: number, bug: string | null): string =>
  `npm run simulate -- ${bug === null ? "" : `--bug ${bug} `}--seed ${seed}`;

const replay = async (seed: number): Promise<boolean> => {
  const result = await simulate(seed, say);
  sayViolations(result);
  say(`trace ${result.traceHash}`);
  return result.violations.length === 0;
};

const runAll = async ({ seeds, first, workers, bug }: SimulateArguments, entry?: URL): Promise<boolean> => {
  const summary = await runSeeds({ first, count: seeds, workers, ...(entry === undefined ? {} : { entry }) });
  for (const failure of summary.failures.slice(0, MOST_SHOWN)) {
    sayViolations(failure);
    say(`  replay: ${replayCommand(failure.seed, bug)}`);
  }
  const rate = (summary.seeds / summary.seconds).toFixed(0);
  say(
    `${summary.seeds} seeds in ${summary.seconds.toFixed(1)} s (${rate}/s), ${summary.failures.length} failed`,
  );
  return summary.failures.length === 0;
};

const catchAll = async (workers: number): Promise<boolean> => {
  let isEachCaught = true;
  for (const bug of BUGS) {
    const caught = await catchBug(bug, { workers, mostSeeds: MOST_SEEDS_FOR_A_BUG });
    isEachCaught &&= caught !== null;
    say(
      caught === null
        ? `${bug.name}: NOT CAUGHT`
        : `${bug.name}: ${caught.promise} at seed ${caught.seed}: ${caught.text}`,
    );
  }
  return isEachCaught;
};

const runWithBug = async (wanted: SimulateArguments, name: string): Promise<boolean> => {
  using copy = patchedCopy(bugByName(name));
  if (wanted.seed === null) return await runAll(wanted, copy.url("worker.ts"));
  const patched = (await import(copy.url("simulate.ts").href)) as { readonly simulate: typeof simulate };
  const result = await patched.simulate(wanted.seed, say);
  sayViolations(result);
  return result.violations.length === 0;
};

const run = async (): Promise<boolean> => {
  const wanted = readArguments(process.argv.slice(2), availableParallelism());
  if (wanted.bug === "all") return await catchAll(wanted.workers);
  if (wanted.bug !== null) return await runWithBug(wanted, wanted.bug);
  return wanted.seed === null ? await runAll(wanted) : await replay(wanted.seed);
};

try {
  process.exitCode = (await run()) ? 0 : 1;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  say(USAGE);
  process.exitCode = 2;
}
