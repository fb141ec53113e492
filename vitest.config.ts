import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [
      "{packages,apps}/*/src/**/*.test.{ts,tsx}",
      "tools/**/*.test.ts",
      "bench/**/*.test.ts",
      "e2e/faults/**/*.test.ts",
    ],
    pool: "forks",
    // Two workers: each may hold a PostgreSQL and a server of its own.
    maxWorkers: 2,
    testTimeout: 30_000,
    // The first hook of a run may unpack and initialise the embedded PostgreSQL.
    hookTimeout: 60_000,
    reporters: ["default", "./tools/reporters/vitest-reporter.ts"],
  },
});
