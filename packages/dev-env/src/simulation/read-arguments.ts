import { parseArgs } from "node:util";

export interface SimulateArguments {
  readonly seeds: number;
  readonly first: number;
  /** One seed with its trace instead. */
  readonly seed: number | null;
  /** By name; `all` for every one in turn. */
  readonly bug: string | null;
  readonly workers: number;
}

export const USAGE = `npm run simulate -- [--seeds N] [--first F] [--workers W]   run N seeds from F on
npm run simulate -- --seed S                               replay one seed and print its trace
npm run simulate -- --bug NAME [--seeds N | --seed S]      the same with a planted bug
npm run simulate -- --bug all                              see every planted bug caught`;

const whole = (text: string | undefined, fallback: number, name: string): number => {
  if (text === undefined) return fallback;
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} takes a whole number, not "${text}".`);
  return Number(text);
};

/** Throws, with a sentence for people, on what makes no sense. */
export const readArguments = (given: readonly string[], processors: number): SimulateArguments => {
  const { values } = parseArgs({
    args: [...given],
    options: {
      seeds: { type: "string" },
      first: { type: "string" },
      seed: { type: "string" },
      bug: { type: "string" },
      workers: { type: "string" },
    },
  });
  return {
    seeds: whole(values.seeds, 2_000, "seeds"),
    first: whole(values.first, 1, "first"),
    seed: values.seed === undefined ? null : whole(values.seed, 0, "seed"),
    bug: values.bug ?? null,
    workers: Math.max(1, whole(values.workers, Math.min(processors, 8), "workers")),
  };
};
