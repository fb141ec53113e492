import { describe, expect, test } from "vitest";
import { BUGS, bugByName } from "./bugs.ts";
import { catchBug } from "./catch-bug.ts";
import { edited } from "./patched-copy.ts";

const WORKERS = 2;
const MOST_SEEDS = 4_000;
const LONG_MS = 240_000;

describe("planted bugs", () => {
  test("there are at least twelve, each with a name of its own", () => {
    expect(BUGS.length).toBeGreaterThanOrEqual(12);
    expect(new Set(BUGS.map(({ name }) => name)).size).toBe(BUGS.length);
  });

  test("every promise that the simulation checks is broken by one of them", () => {
    const broken = new Set(BUGS.map(({ breaks }) => breaks));
    expect([...broken].toSorted()).toEqual([
      "P1",
      "P10",
      "P11",
      "P16",
      "P2",
      "P3",
      "P4",
      "P5",
      "P6",
      "P8",
      "P9",
    ]);
  });

  test("none of them touches what checks them", () => {
    const files = BUGS.flatMap(({ edits }) => edits.map(({ file }) => file));
    expect(files.filter((file) => !/^packages\/(core|server|client)\/src\//.test(file))).toEqual([]);
  });

  test("an edit that fits nowhere, or twice, is refused", () => {
    const edit = { file: "a.ts", find: "b", replace: "c" };
    expect(edited("abc", edit)).toBe("acc");
    expect(() => edited("a", edit)).toThrow("fits 0 times");
    expect(() => edited("bb", edit)).toThrow("fits 2 times");
  });

  test("an unknown name is answered with the known ones", () => {
    expect(() => bugByName("none")).toThrow("replay-begins-one-too-early");
  });

  test.each(BUGS)(
    "$name breaks $breaks, and the checker sees it",
    async (bug) => {
      expect(await catchBug(bug, { workers: WORKERS, mostSeeds: MOST_SEEDS })).toMatchObject({
        promise: bug.breaks,
      });
    },
    LONG_MS,
  );
});
