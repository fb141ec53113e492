import { expect, test } from "vitest";
import { SMALL } from "../sizes.ts";
import { backupRestored } from "./backup-restored.ts";

test.each([
  ["while the server is stopped", true],
  ["beneath a running server", false],
])(
  "P1, P6, P8: a backup restored %s shows on every board and screen, under a new epoch",
  { timeout: 120_000 },
  async (_when, stopped) => {
    const report = await backupRestored(SMALL.restore, SMALL.graceMs, stopped);
    expect(report.violations).toEqual([]);
  },
);
