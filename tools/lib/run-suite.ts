import { writeFileSync } from "node:fs";
import type { Step } from "./check-steps.ts";
import { countsFileVariable, readCounts } from "./counts.ts";
import type { Counts } from "./counts.ts";
import { runStep } from "./run-step.ts";

/**
 * Runs a test program whose reporter writes its counts into the file. No test at all, a reporter that never
 * finished, and a bad exit without a failed test are failures too.
 */
export async function runSuite(step: Step, environment: NodeJS.ProcessEnv, file: string): Promise<Counts> {
  writeFileSync(file, "");
  const succeeded = await runStep(step, { ...environment, [countsFileVariable]: file });
  const counts = readCounts(file) ?? { passed: 0, failed: 0 };
  const sound = succeeded ? counts.passed > 0 || counts.failed > 0 : counts.failed > 0;
  return sound ? counts : { ...counts, failed: counts.failed + 1 };
}
