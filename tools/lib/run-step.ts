import { spawn } from "node:child_process";
import type { Step } from "./check-steps.ts";
import { repoRoot } from "./repo-root.ts";

/** Runs a step with its output shown and no standard input. True when it exits with 0. */
export async function runStep(step: Step, environment: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  console.log(`\n── ${step.name}`);
  const started = performance.now();
  const code = await exitCodeOf(step, environment);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`── ${step.name}: ${code === 0 ? "ok" : "FAILED"} (${seconds} s)`);
  return code === 0;
}

function exitCodeOf(step: Step, env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(step.command, step.args, {
      cwd: repoRoot,
      env,
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.once("error", (error) => {
      console.error(`${step.command} could not be started: ${error.message}`);
      resolve(1);
    });
    child.once("exit", (code) => {
      resolve(code ?? 1);
    });
  });
}
