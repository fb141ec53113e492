import { appendFileSync, readFileSync } from "node:fs";

/** What a run of tests came to. Skipped tests are neither. */
export interface Counts {
  passed: number;
  failed: number;
}

/** Names the file through which reporters in child processes hand their counts to tools/test.ts. */
export const countsFileVariable = "CALLNEXT_TEST_COUNTS";

export function sumCounts(all: readonly Counts[]): Counts {
  return all.reduce((sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed }), {
    passed: 0,
    failed: 0,
  });
}

export function closingLine({ passed, failed }: Counts): string {
  return `${String(passed)} passed, ${String(failed)} failed`;
}

/** Inside the whole test run the counts are handed on; in a run on its own the closing line is printed here. */
export function reportCounts(counts: Counts): void {
  const file = process.env[countsFileVariable];
  if (file === undefined) process.stdout.write(`\n${closingLine(counts)}\n`);
  else appendFileSync(file, `${JSON.stringify(counts)}\n`);
}

/** The sum of all reports in the file; undefined when no reporter ever finished. */
export function readCounts(file: string): Counts | undefined {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  return lines.length === 0 ? undefined : sumCounts(lines.map((line) => JSON.parse(line) as Counts));
}
