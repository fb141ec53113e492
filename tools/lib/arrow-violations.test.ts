import { expect, test } from "vitest";
import { arrowViolations } from "./arrow-violations.ts";
import { PlantedTree } from "./planted-tree.ts";
import { repoRoot } from "./repo-root.ts";

const manifests = {
  "package.json": JSON.stringify({ devDependencies: { vitest: "1.0.0" } }),
  "packages/core/package.json": JSON.stringify({
    name: "@callnext/core",
    exports: { ".": "./src/index.ts", "./testing": "./src/testing/index.ts" },
  }),
  "packages/protocol/package.json": JSON.stringify({
    name: "@callnext/protocol",
    exports: { ".": "./src/index.ts" },
    dependencies: { zod: "4.0.0" },
    devDependencies: { "@callnext/core": "0.1.0" },
  }),
  "packages/server/package.json": JSON.stringify({
    name: "@callnext/server",
    exports: { ".": "./src/index.ts" },
    dependencies: { "@callnext/core": "0.1.0", "@callnext/protocol": "0.1.0", pg: "8.0.0" },
  }),
  "packages/client/package.json": JSON.stringify({
    name: "@callnext/client",
    exports: { ".": "./src/index.ts" },
    devDependencies: { "@callnext/protocol": "0.1.0" },
  }),
};

function check(files: Record<string, string>): string[] {
  using tree = new PlantedTree({ ...manifests, ...files });
  return arrowViolations(tree.root);
}

test("imports along the arrows pass", () => {
  const found = check({
    "packages/core/src/index.ts": `export { a } from "./a.ts";`,
    "packages/core/src/a.test.ts": `import { test } from "vitest"; import { a } from "./a.ts"; import "node:fs";`,
    "packages/protocol/src/index.ts": `import { z } from "zod"; import type { A } from "@callnext/core";`,
    "packages/server/src/index.ts": `import pg from "pg"; import "node:fs"; import { a } from "@callnext/core";`,
    "packages/client/src/index.ts": `import type { Frame } from "@callnext/protocol";`,
    "packages/client/src/frame.test.ts": `import { frame } from "@callnext/protocol";`,
    "tools/a.ts": `import { a } from "@callnext/core/testing"; import { b } from "./b.ts";`,
  });
  expect(found).toEqual([]);
});

const planted: [name: string, file: string, source: string, reason: string][] = [
  ["core uses Node", "packages/core/src/a.ts", `import "node:fs";`, "no Node here"],
  ["core uses Node without the prefix", "packages/core/src/a.ts", `import "crypto";`, "no Node here"],
  ["core uses a package", "packages/core/src/a.ts", `import { z } from "zod";`, "must not import zod"],
  [
    "core uses a test library",
    "packages/core/src/a.ts",
    `import { vi } from "vitest";`,
    "must not import vitest",
  ],
  [
    "core uses the protocol's types",
    "packages/core/src/a.ts",
    `import type { F } from "@callnext/protocol";`,
    "must not import @callnext/protocol",
  ],
  [
    "protocol runs core",
    "packages/protocol/src/a.ts",
    `import { a } from "@callnext/core";`,
    "may only `import type`",
  ],
  [
    "protocol runs core for an inline type",
    "packages/protocol/src/a.ts",
    `import { type A } from "@callnext/core";`,
    "may only `import type`",
  ],
  [
    "protocol re-exports core",
    "packages/protocol/src/a.ts",
    `export * from "@callnext/core";`,
    "may only `import type`",
  ],
  [
    "client runs the protocol",
    "packages/client/src/a.ts",
    `import { frame } from "@callnext/protocol";`,
    "may only `import type`",
  ],
  [
    "client loads the server",
    "packages/client/src/a.ts",
    `await import("@callnext/server");`,
    "must not import @callnext/server",
  ],
  [
    "server uses the client",
    "packages/server/src/a.ts",
    `import type { C } from "@callnext/client";`,
    "must not import @callnext/client",
  ],
  [
    "server uses what it does not declare",
    "packages/server/src/a.ts",
    `import ws from "ws";`,
    "not declared",
  ],
  [
    "a package by path",
    "packages/server/src/a.ts",
    `import { a } from "../../core/src/a.ts";`,
    "reaches into another package by path",
  ],
  [
    "a package's inside by name",
    "packages/server/src/a.ts",
    `import { a } from "@callnext/core/src/a.ts";`,
    "reaches into another package",
  ],
  [
    "a tool by path",
    "tools/a.ts",
    `import { a } from "../packages/core/src/a.ts";`,
    "reaches into another package by path",
  ],
  [
    "its own package by name",
    "packages/core/src/a.ts",
    `import { a } from "@callnext/core";`,
    "its own package by name",
  ],
  [
    "source that uses a test's code",
    "packages/core/src/a.ts",
    `import { a } from "./testing/a.ts";`,
    "a test's code",
  ],
  ["a package without a rule", "packages/other/src/a.ts", `export const a = 1;`, "belongs to no package"],
];

test.each(planted)("found: %s", (_name, file, source, reason) => {
  const found = check({ [file]: source });
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(file);
  expect(found[0]).toContain(reason);
});

test("every workspace package has a rule", () => {
  expect(arrowViolations(repoRoot).filter((line) => line.includes("belongs to no package"))).toEqual([]);
});
