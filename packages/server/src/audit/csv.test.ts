import { describe, expect, it } from "vitest";
import { csvLine } from "./csv.ts";

describe("security: CSV files", () => {
  it.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u00A0=1",
    '"=1"',
    "\"\"=cmd|' /C calc'!A0",
    "|calc",
  ])("security: a cell that begins like a formula stays text: %j", (cell) => {
    const line = csvLine([cell]);
    expect(line.startsWith(`"'`)).toBe(true);
  });

  it("security: quotes, separators and line ends stay inside their cell", () => {
    expect(csvLine(['a "b", c\nd', 12, null, true, "A001"])).toBe('"a ""b"", c\nd",12,,true,"A001"\r\n');
  });
});
