import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sourceFiles } from "./source-files.ts";

/** Lines of a source file. The hard stop fails the check; median and p90 are aims that it reports. */
export const budgets = { hardStop: 500, median: 80, p90: 250 } as const;

export interface FileBudgets {
  files: number;
  median: number;
  p90: number;
  tooLong: { file: string; lines: number }[];
}

export function fileBudgets(root: string): FileBudgets {
  const sizes = sourceFiles(root, [".ts", ".tsx", ".mjs", ".css"])
    .map((file) => ({ file, lines: countLines(readFileSync(join(root, file), "utf8")) }))
    .toSorted((a, b) => a.lines - b.lines);
  return {
    files: sizes.length,
    median: sizes[Math.floor((sizes.length - 1) * 0.5)]?.lines ?? 0,
    p90: sizes[Math.floor((sizes.length - 1) * 0.9)]?.lines ?? 0,
    tooLong: sizes.filter(({ lines }) => lines > budgets.hardStop).toReversed(),
  };
}

function countLines(text: string): number {
  return text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}
