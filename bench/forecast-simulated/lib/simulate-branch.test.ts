import { expect, test } from "vitest";
import { chanceOf } from "./chance.ts";
import { judgeScenario } from "./judge-scenario.ts";
import { SCENARIOS } from "./scenarios.ts";
import { simulateBranch } from "./simulate-branch.ts";

test("the same seed makes the same days, another one others", () => {
  for (const scenario of SCENARIOS) {
    const rows = simulateBranch(scenario, 2, 5);
    expect(simulateBranch(scenario, 2, 5)).toEqual(rows);
    expect(simulateBranch(scenario, 2, 6)).not.toEqual(rows);
  }
});

test("whoever waits, waits a time that can be, and is told a range that can be", () => {
  for (const scenario of SCENARIOS) {
    const rows = simulateBranch(scenario, 3, 2);
    expect(rows.length).toBeGreaterThan(100);
    for (const { wait, p10, p50, p90 } of rows) {
      expect(wait).toBeGreaterThanOrEqual(0);
      expect(wait).toBeLessThan(600);
      expect(p10).toBeLessThanOrEqual(p50);
      expect(p50).toBeLessThanOrEqual(p90);
    }
  }
});

test("times of services have the mean that was asked for", () => {
  const chance = chanceOf(1);
  const draws = Array.from({ length: 20_000 }, () => chance.lognormal(10, 0.5));
  expect(draws.reduce((sum, draw) => sum + draw, 0) / draws.length).toBeCloseTo(10, 0);
});

test("W5 a range holds about four waits out of five, also where a counter closes at a moment nobody knew", () => {
  const closing = SCENARIOS.find(({ name }) => name === "a counter closes");
  if (closing === undefined) throw new Error("The scenario is missing.");
  const { onJoining, onTheWay, laterAfterClosing } = judgeScenario(closing, 20, [1, 2]);
  for (const { coverage } of [onJoining, onTheWay]) {
    expect(coverage).toBeGreaterThan(0.77);
    expect(coverage).toBeLessThan(0.83);
  }
  expect(laterAfterClosing?.coverage).toBeGreaterThan(0.74);
});
