import type { SerializedError } from "vitest";
import type { Reporter, TestModule } from "vitest/node";
import { reportCounts } from "../lib/counts.ts";

/** Prints `N passed, N failed` alone on the last line, or hands the counts to the whole test run. */
export default class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    let passed = 0;
    let failed = unhandled.length;
    for (const module of modules) {
      // A file that cannot be imported, or whose hooks fail, has no failed test to show for it.
      failed += module.errors().length;
      for (const suite of module.children.allSuites()) failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") passed += 1;
        if (state === "failed") failed += 1;
      }
    }
    reportCounts({ passed, failed });
  }
}
