import { expect, test } from "vitest";
import { printReport } from "../print-report.ts";
import { SMALL } from "../sizes.ts";
import { stalledCrowd } from "./stalled-crowd.ts";

test(
  "P11: clients that never read cost bounded memory and keep nothing from the others",
  { timeout: 90_000 },
  async () => {
    const report = await stalledCrowd(SMALL.crowd);
    // Latencies are told, not judged: the machine may have other work.
    printReport(report);
    expect(report.violations).toEqual([]);
  },
);
