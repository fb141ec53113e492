import type { FullResult, Reporter, Suite, TestCase, TestError, TestResult } from "@playwright/test/reporter";
import { reportCounts } from "../lib/counts.ts";

/** One line per test, the errors in full, and the counts as the Vitest reporter gives them. */
export default class ClosingLineReporter implements Reporter {
  private suite: Suite | undefined;
  private outside = 0;

  onBegin(_config: unknown, suite: Suite): void {
    this.suite = suite;
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const mark = result.status === "skipped" ? "-" : test.outcome() === "unexpected" ? "✗" : "✓";
    console.log(
      ` ${mark} ${test.titlePath().slice(2).join(" › ")} (${(result.duration / 1000).toFixed(1)} s)`,
    );
    if (mark !== "✗") return;
    for (const error of result.errors) console.log(error.stack ?? error.message ?? "no message");
    for (const text of [...result.stdout, ...result.stderr]) process.stdout.write(text);
  }

  /** An error outside any test: a file that cannot be loaded, a worker that died. */
  onError(error: TestError): void {
    this.outside += 1;
    console.log(error.stack ?? error.message ?? "no message");
  }

  onEnd(result: FullResult): void {
    const outcomes = (this.suite?.allTests() ?? []).map(
      (test) => [test.outcome(), test.results.length] as const,
    );
    const passed = outcomes.filter(([outcome, runs]) => outcome === "expected" && runs > 0).length;
    const failed = outcomes.filter(([outcome]) => outcome === "unexpected" || outcome === "flaky").length;
    const broken = this.outside + (result.status !== "passed" && failed + this.outside === 0 ? 1 : 0);
    reportCounts({ passed, failed: failed + broken });
  }

  printsToStdio(): boolean {
    return true;
  }
}
