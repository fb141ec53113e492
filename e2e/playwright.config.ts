import { defineConfig } from "@playwright/test";
import { chromiumFlags } from "../tools/lib/chromium-flags.ts";

/** Each spec starts its own server and sets the sizes it needs; nothing is shared between them. */
export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "../test-results",
  workers: 1,
  retries: 0,
  timeout: 60_000,
  // A deadline for a slow machine; what promises a time says so itself.
  expect: { timeout: 15_000 },
  forbidOnly: process.env["CI"] !== undefined,
  reporter: [["../tools/reporters/playwright-reporter.ts"]],
  use: {
    browserName: "chromium",
    headless: true,
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env["CALLNEXT_CHROMIUM"] ?? "/usr/bin/chromium",
      args: [...chromiumFlags],
    },
  },
});
