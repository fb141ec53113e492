import { expect, test } from "vitest";
import { fileBudgets } from "./file-budgets.ts";
import { PlantedTree } from "./planted-tree.ts";

const lines = (count: number): string => "a;\n".repeat(count);

test("a file over the hard stop is named; one at the hard stop is not", () => {
  using tree = new PlantedTree({
    "packages/core/src/short.ts": lines(10),
    "packages/core/src/limit.ts": lines(500),
    "apps/web/src/long.tsx": lines(501),
    "packages/core/dist/built.ts": lines(9000),
    "packages/core/src/node_modules/other/index.ts": lines(9000),
  });
  const { files, tooLong } = fileBudgets(tree.root);
  expect(tooLong).toEqual([{ file: "apps/web/src/long.tsx", lines: 501 }]);
  expect(files).toBe(3);
});

test("median and p90 are those of all source files", () => {
  const sizes = [10, 20, 30, 40, 50, 60, 70, 80, 90, 300];
  using tree = new PlantedTree(Object.fromEntries(sizes.map((size) => [`tools/f${size}.ts`, lines(size)])));
  expect(fileBudgets(tree.root)).toMatchObject({ files: 10, median: 50, p90: 90 });
});

test("no source at all is not an error", () => {
  using tree = new PlantedTree({ "README.md": "nothing" });
  expect(fileBudgets(tree.root)).toEqual({ files: 0, median: 0, p90: 0, tooLong: [] });
});
