import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { BUGS } from "./bugs/bugs.ts";
import { catchBug } from "./bugs/catch-bug.ts";
import { edited } from "./bugs/patched-copy.ts";
import { runSeeds } from "./run-seeds.ts";
import { simulate } from "./simulate.ts";

const ROOT = resolve(import.meta.dirname, "../../../..");
const WORKERS = 2;
const PATIENCE_MS = 600_000;

describe("the simulation", () => {
  it("P1–P9, P11, P16 hold in 2,000 seeds", { timeout: PATIENCE_MS }, async () => {
    const { seeds, failures } = await runSeeds({ first: 1, count: 2_000, workers: WORKERS });
    expect(failures).toEqual([]);
    expect(seeds).toBe(2_000);
  });

  it("a seed replays identically", async () => {
    const first = await simulate(7);
    const second = await simulate(7);
    expect(second.traceHash).toBe(first.traceHash);
    expect((await simulate(8)).traceHash).not.toBe(first.traceHash);
  });

  it.each(BUGS)(
    "the planted bug $name breaks $breaks, and is caught",
    { timeout: PATIENCE_MS },
    async (bug) => {
      for (const edit of bug.edits)
        expect(() => edited(readFileSync(join(ROOT, edit.file), "utf8"), edit)).not.toThrow();
      const caught = await catchBug(bug, { workers: WORKERS, mostSeeds: 1_000 });
      expect(caught?.promise).toBe(bug.breaks);
    },
  );
});
