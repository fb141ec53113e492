import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PlantedTree } from "../lib/planted-tree.ts";
import { repoRoot } from "../lib/repo-root.ts";

/** The lines of a source at which the rule reports. */
function reportedLines(source: string): number[] {
  using tree = new PlantedTree({
    "planted.ts": source,
    "oxlintrc.json": JSON.stringify({
      jsPlugins: [join(repoRoot, "tools", "lint", "no-ambient.ts")],
      categories: { correctness: "off" },
      rules: { "callnext/no-ambient": "error" },
    }),
  });
  const oxlint = join(repoRoot, "node_modules", ".bin", "oxlint");
  const { stdout } = spawnSync(oxlint, ["-c", "oxlintrc.json", "--format", "unix", "planted.ts"], {
    cwd: tree.root,
    encoding: "utf8",
  });
  return [...stdout.matchAll(/^\S*planted\.ts:(\d+):\d+:/gm)].map((match) => Number(match[1]));
}

test("every way of reading the clock or drawing a random value is found", () => {
  expect(
    reportedLines(`export const a = Date.now();
export const b = new Date();
export const c = Date();
export const d = Math.random();
export const e = Date["now"]();
export const f = performance.now();
export const g = crypto.randomUUID();
export const h = [1].map(Math.random);`),
  ).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test("times and values that were given pass", () => {
  expect(
    reportedLines(`export const a = (now: number) => new Date(now);
export const b = Math.max(1, 2);
export const c = (clock: { now(): number }) => clock.now();
export const d = Date.UTC(2026, 0, 1);`),
  ).toEqual([]);
});
