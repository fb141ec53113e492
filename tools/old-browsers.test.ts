import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repoRoot } from "./lib/repo-root.ts";
import { sourceFiles } from "./lib/source-files.ts";

/** What transpiling does not bring to Chrome 53, the oldest board: a name here is a board that stays white. */
const TOO_NEW: readonly RegExp[] = [
  /AbortSignal\.(timeout|any)/,
  /\bstructuredClone\(/,
  /\bqueueMicrotask\(/,
  /\bObject\.(values|entries|fromEntries|groupBy|hasOwn)\(/,
  /\.(flat|flatMap|replaceAll|matchAll|padStart|padEnd|trimStart|trimEnd|at|findLast|toSorted|toReversed|toSpliced|with)\(/,
  /\.finally\(/,
  /Promise\.(allSettled|any|withResolvers|try)\(/,
  /\b(globalThis|ResizeObserver|IntersectionObserver|BroadcastChannel|WeakRef)\b/,
  /\bcrypto\.randomUUID\(/,
];

const shipped = sourceFiles(repoRoot, [".ts", ".tsx"]).filter(
  (file) => /^packages\/(client|react)\/src\//.test(file) && !/\.test\.tsx?$|\/testing\//.test(file),
);

test("the SDK and the hooks use nothing that Chrome 53 lacks", () => {
  expect(shipped.length).toBeGreaterThan(30);
  const found = shipped.flatMap((file) => {
    const text = readFileSync(join(repoRoot, file), "utf8");
    return TOO_NEW.filter((name) => name.test(text)).map((name) => `${file}: ${name.source}`);
  });
  expect(found).toEqual([]);
});
