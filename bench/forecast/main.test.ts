import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { COLUMNS } from "./lib/waits-row.ts";

const MAIN = join(import.meta.dirname, "main.ts");
let directory = "";

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "callnext-bench-"));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

const bench = (...args: readonly string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [MAIN, ...args], { encoding: "utf8" });

const dataFile = (lines: readonly string[]): string => {
  const path = join(directory, "data.csv");
  writeFileSync(path, [COLUMNS.join(), ...lines].join("\n"));
  return path;
};

/** Two days of an office that nobody has seen, in an order that is not that of time. */
const lines = Array.from({ length: 120 }, (_, index) => {
  const minute = String((index * 7) % 60).padStart(2, "0");
  const date = index % 2 === 0 ? "2031-05-06" : "2031-05-05";
  const hour = String(9 + ((index * 5) % 7)).padStart(2, "0");
  return `${date},${hour}:${minute},"Clinic, east",${index % 3 === 0 ? "A" : "B"},Blood,${String(index)},${String(1 + (index % 6))},2,8,${String(5 + ((index * 11) % 50))},5`;
});

test("a file of other offices and days gives one prediction per row, in its order", () => {
  const out = join(directory, "predictions.csv");
  const { status, stdout } = bench("--data", dataFile(lines), "--out", out);
  expect(status).toBe(0);
  expect(stdout).toContain("Clinic, east");
  const [header, ...predictions] = readFileSync(out, "utf8").trimEnd().split("\n");
  expect(header).toBe("date,time,office,queue_id,p10,p50,p90");
  expect(predictions).toHaveLength(lines.length);
  for (const [index, prediction] of predictions.entries()) {
    const [date, time] = lines[index]?.split(",") ?? [];
    const queue = index % 3 === 0 ? "A" : "B";
    expect(prediction.startsWith(`${date ?? ""},${time ?? ""},"Clinic, east",${queue},`)).toBe(true);
    const [p10 = Number.NaN, p50 = Number.NaN, p90 = Number.NaN] = prediction
      .split(",")
      .slice(-3)
      .map(Number);
    expect(p10 >= 0 && p10 <= p50 && p50 <= p90).toBe(true);
  }
  expect(readdirSync(directory).toSorted()).toEqual(["data.csv", "predictions.csv"]);
});

test("malformed rows are refused by number and column, and nothing is written", () => {
  const out = join(directory, "predictions.csv");
  const wrong = lines.with(4, "2031-05-05,25:00,East,A,Blood,1,two,2,8,5,5");
  const { status, stderr } = bench("--data", dataFile(wrong), "--out", out);
  expect(status).toBe(1);
  expect(stderr).toContain("row 5 (line 6), column time");
  expect(stderr).toContain("row 5 (line 6), column waiting");
  expect(existsSync(out)).toBe(false);
  expect(readdirSync(directory)).toEqual(["data.csv"]);
});

test("a file that is not there, a place that cannot be written and an unknown option are told in a line", () => {
  expect(bench("--data", join(directory, "none.csv"))).toMatchObject({ status: 1 });
  expect(bench("--data", join(directory, "none.csv")).stderr).not.toContain("    at ");
  const nowhere = join(directory, "no", "where.csv");
  expect(bench("--data", dataFile(lines), "--out", nowhere)).toMatchObject({ status: 1 });
  expect(bench("--date", "x")).toMatchObject({ status: 2 });
});

test("a file with a header and no rows gives a file with a header and no rows", () => {
  const out = join(directory, "predictions.csv");
  expect(bench("--data", dataFile([]), "--out", out)).toMatchObject({ status: 0 });
  expect(readFileSync(out, "utf8")).toBe("date,time,office,queue_id,p10,p50,p90\n");
});
