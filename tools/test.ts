/**
 * `npm test`: the build, every check, the unit tests, the browser tests. The last line is the sum of all of them,
 * alone: `N passed, N failed`. A part that ends badly without naming a failure counts as one.
 */
import { globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkSteps } from "./lib/check-steps.ts";
import { closingLine, sumCounts } from "./lib/counts.ts";
import type { Counts } from "./lib/counts.ts";
import { findChromium } from "./lib/find-chromium.ts";
import { repoRoot } from "./lib/repo-root.ts";
import { runStep } from "./lib/run-step.ts";
import { runSuite } from "./lib/run-suite.ts";

const bin = (name: string): string => join(repoRoot, "node_modules", ".bin", name);
const passed: Counts = { passed: 1, failed: 0 };
const failed: Counts = { passed: 0, failed: 1 };
const results: { name: string; counts: Counts }[] = [];

const chromium = await findChromium();
const environment = {
  ...process.env,
  CI: "true",
  ...(chromium === undefined ? {} : { CALLNEXT_CHROMIUM: chromium }),
};
console.log(chromium === undefined ? "No Chromium can be started." : `Browser: ${chromium}`);

const built = await runStep({
  name: "web app",
  command: process.execPath,
  args: [join(repoRoot, "tools", "build-web.ts")],
});
results.push({ name: "web app built", counts: built ? passed : failed });

for (const step of checkSteps) {
  results.push({ name: `check: ${step.name}`, counts: (await runStep(step)) ? passed : failed });
}

const scratch = mkdtempSync(join(tmpdir(), "callnext-test-"));
const unit = { name: "unit tests", command: bin("vitest"), args: ["run"] };
results.push({ name: unit.name, counts: await runSuite(unit, environment, join(scratch, "unit")) });

if (globSync("e2e/**/*.spec.ts", { cwd: repoRoot }).length > 0) {
  const browser = {
    name: "browser tests",
    command: bin("playwright"),
    args: ["test", "--config", "e2e/playwright.config.ts"],
  };
  const possible = built && chromium !== undefined;
  if (!possible) console.log("\nThe browser tests cannot run: they need a Chromium and the built web app.");
  const counts = possible ? await runSuite(browser, environment, join(scratch, "browser")) : failed;
  results.push({ name: browser.name, counts });
}
rmSync(scratch, { recursive: true });

const sum = sumCounts(results.map((result) => result.counts));
console.log("");
for (const { name, counts } of results) {
  console.log(`${counts.failed === 0 ? "ok    " : "FAILED"}  ${name}: ${closingLine(counts)}`);
}
process.exitCode = sum.failed === 0 ? 0 : 1;
console.log(`\n${closingLine(sum)}`);
