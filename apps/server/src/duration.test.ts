import { expect, test } from "vitest";
import { duration } from "./duration.ts";

test.each([
  ["0", 0],
  ["90m", 5_400_000],
  ["36h", 129_600_000],
  ["7d", 604_800_000],
  ["", undefined],
  ["7", undefined],
  ["d", undefined],
  ["-1d", undefined],
  ["1.5h", undefined],
  ["400d", undefined],
  ["7d ", undefined],
])("%j is %j ms", (text, milliseconds) => expect(duration(text)).toBe(milliseconds));
