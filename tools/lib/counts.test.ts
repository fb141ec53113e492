import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { closingLine, readCounts, sumCounts } from "./counts.ts";

test("the closing line is the sum of all runs", () => {
  const sum = sumCounts([
    { passed: 3, failed: 1 },
    { passed: 4, failed: 0 },
  ]);
  expect(closingLine(sum)).toBe("7 passed, 1 failed");
});

test("a run whose reporter never finished has no counts, which is not the same as none failed", () => {
  const folder = mkdtempSync(join(tmpdir(), "callnext-counts-"));
  const file = join(folder, "counts");
  writeFileSync(file, "");
  expect(readCounts(file)).toBeUndefined();
  writeFileSync(file, '{"passed":2,"failed":0}\n{"passed":1,"failed":1}\n');
  expect(readCounts(file)).toEqual({ passed: 3, failed: 1 });
  rmSync(folder, { recursive: true });
});
