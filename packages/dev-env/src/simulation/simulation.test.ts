import { availableParallelism } from "node:os";
import { describe, expect, test } from "vitest";
import { PROFILES } from "./plan/profiles.ts";
import { runSeeds } from "./run-seeds.ts";
import { planOf, simulate } from "./simulate.ts";

const SEEDS = 2_000;
/** A minute on a free machine with two processors; tests share theirs. */
const LONG_MS = 400_000;

const firstSeedOf = (profile: string): number => {
  for (let seed = 1; ; seed += 1) if (planOf(seed).profile === profile) return seed;
};

describe("the simulation", () => {
  test.each(Object.keys(PROFILES))(
    "%s: a seed gives the same run each time, on any thread",
    async (profile) => {
      const seed = firstSeedOf(profile);
      const lines: string[] = [];
      const first = await simulate(seed, (line) => void lines.push(line));
      await simulate(seed + 1);
      const again: string[] = [];
      const second = await simulate(seed, (line) => void again.push(line));
      expect(again).toEqual(lines);
      expect(second.traceHash).toBe(first.traceHash);
      const elsewhere = await runSeeds({ first: seed, count: 1, workers: 1, until: () => true });
      expect(elsewhere.failures).toEqual([]);
    },
  );

  test("two seeds give two runs", async () => {
    const [one, two] = [await simulate(1), await simulate(2)];
    expect(one.traceHash).not.toBe(two.traceHash);
  });

  test("things do go wrong in it, and commands are given nevertheless", async () => {
    const { history } = await simulate(firstSeedOf("everything"));
    expect(history.operations.length).toBeGreaterThan(20);
    expect(history.effects.length).toBeGreaterThan(20);
    expect(history.observations.some(({ stale }) => stale)).toBe(true);
    expect(history.boardFrames.some(({ type }) => type === "ticket_called")).toBe(true);
  });

  test("appointments are held, booked, moved, checked in, due and missed in it", async () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= 60; seed += 1) {
      if (!planOf(seed).bookings) continue;
      const { history } = await simulate(seed);
      for (const { log } of history.eras) for (const { event } of log) seen.add(event.type);
    }
    const wanted = ["slot-held", "slot-released", "appointment-booked", "appointment-moved"];
    wanted.push("appointment-checked-in", "appointment-due", "appointment-missed", "appointment-restored");
    expect(wanted.filter((type) => !seen.has(type))).toEqual([]);
  });

  test(
    `P1, P2, P3, P4, P5, P6, P8, P9, P10, P11, P16: ${SEEDS} seeds break no promise`,
    async () => {
      const { seeds, failures } = await runSeeds({
        first: 1,
        count: SEEDS,
        workers: Math.min(availableParallelism(), 4),
      });
      expect(seeds).toBe(SEEDS);
      const told = failures.map(({ seed, violations }) => ({
        replay: `npm run simulate -- --seed ${seed}`,
        violations,
      }));
      expect(told).toEqual([]);
    },
    LONG_MS,
  );
});
