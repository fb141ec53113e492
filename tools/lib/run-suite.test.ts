import { join } from "node:path";
import { expect, test } from "vitest";
import { PlantedTree } from "./planted-tree.ts";
import { runSuite } from "./run-suite.ts";

/** Runs a program in place of a test runner: it appends to the counts file and exits with a code. */
async function run(report: string, code: number) {
  using tree = new PlantedTree({
    "suite.mjs": `import { appendFileSync } from "node:fs";
      appendFileSync(process.env.CALLNEXT_TEST_COUNTS, ${JSON.stringify(report)});
      process.exit(${code});`,
  });
  const step = { name: "planted", command: process.execPath, args: [join(tree.root, "suite.mjs")] };
  return await runSuite(step, process.env, join(tree.root, "counts"));
}

test("a sound run hands on its counts", async () => {
  expect(await run('{"passed":5,"failed":0}\n', 0)).toEqual({ passed: 5, failed: 0 });
  expect(await run('{"passed":5,"failed":2}\n', 1)).toEqual({ passed: 5, failed: 2 });
});

test("a run of no tests fails", async () => {
  expect(await run('{"passed":0,"failed":0}\n', 0)).toEqual({ passed: 0, failed: 1 });
});

test("a reporter that never finished fails, whatever the exit code", async () => {
  expect(await run("", 0)).toEqual({ passed: 0, failed: 1 });
  expect(await run("", 137)).toEqual({ passed: 0, failed: 1 });
});

test("a bad exit without a failed test fails", async () => {
  expect(await run('{"passed":5,"failed":0}\n', 1)).toEqual({ passed: 5, failed: 1 });
});

test("a program that cannot be started fails", async () => {
  using tree = new PlantedTree({});
  const step = { name: "absent", command: join(tree.root, "absent"), args: [] };
  expect(await runSuite(step, process.env, join(tree.root, "counts"))).toEqual({ passed: 0, failed: 1 });
});
