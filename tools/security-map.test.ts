import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repoRoot } from "./lib/repo-root.ts";

const MAP = join(repoRoot, "docs", "operations", "security.md");

interface Named {
  readonly row: string;
  readonly file: string;
  readonly title: string;
}

const fileOf = (path: string): string =>
  /^(e2e|packages)\//.test(path) ? join(repoRoot, path) : join(repoRoot, "packages/server/src", path);

/** Every test that the tables name: `path` › title, separated by semicolons. */
const named = (): readonly Named[] =>
  readFileSync(MAP, "utf8")
    .split("\n")
    .filter((line) => /^\| (?!row |-)/.test(line))
    .flatMap((line) => {
      const [, row = "", tests = ""] = line.split("|").map((cell) => cell.trim());
      return tests
        .split(/;(?=\s*`)/)
        .map((each) => /^`([^`]+)` › (.+)$/.exec(each.trim()))
        .map((match) => ({ row, file: match?.[1] ?? "", title: match?.[2] ?? "" }));
    });

test("every row of the security map names a test that is there", () => {
  const rows = named();
  expect(new Set(rows.map(({ row }) => row)).size).toBeGreaterThan(35);
  const missing = rows.filter(
    ({ file, title }) =>
      file === "" || !existsSync(fileOf(file)) || !readFileSync(fileOf(file), "utf8").includes(title),
  );
  expect(missing).toEqual([]);
});
