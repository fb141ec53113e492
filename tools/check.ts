/** `npm run check`: every check of the sources. `node tools/check.ts arrows lint` runs only those. */
import { checkSteps } from "./lib/check-steps.ts";
import { runStep } from "./lib/run-step.ts";

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !checkSteps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `no such check: ${unknown.join(", ")} (there are ${checkSteps.map((step) => step.name).join(", ")})`,
  );
  process.exit(1);
}
const failed: string[] = [];
for (const step of checkSteps) {
  if (wanted.length > 0 && !wanted.includes(step.name)) continue;
  if (!(await runStep(step))) failed.push(step.name);
}
console.log(failed.length === 0 ? "\nAll checks passed." : `\nFailed: ${failed.join(", ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;
