import { expect, test } from "vitest";
import { readArguments } from "./read-arguments.ts";

test("without arguments it is 2,000 seeds on every processor", () => {
  expect(readArguments([], 2)).toEqual({ seeds: 2_000, first: 1, seed: null, bug: null, workers: 2 });
});

test("one seed is replayed, with or without a bug", () => {
  expect(readArguments(["--seed", "17"], 2)).toMatchObject({ seed: 17, bug: null });
  expect(readArguments(["--bug", "some-bug", "--seed", "17"], 2)).toMatchObject({
    seed: 17,
    bug: "some-bug",
  });
});

test.each([
  ["--seeds", "many"],
  ["--seed", "-1"],
  ["--seeds", "1.5"],
  ["--colour", "red"],
])("%s %s is refused", (name, value) => {
  expect(() => readArguments([`${name}=${value}`], 2)).toThrow();
});
