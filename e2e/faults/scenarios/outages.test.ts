import { expect, test } from "vitest";
import { SMALL } from "../sizes.ts";
import { blackHole } from "./black-hole.ts";
import { serverKilled } from "./server-away.ts";

const { away, blackHole: hole, graceMs } = SMALL;

// Both wait most of their time.
test.concurrent(
  "P8, P9: the server is gone: screens say so, poll, and are right by themselves after its return",
  { timeout: 90_000 },
  async () => {
    const report = await serverKilled(away, graceMs);
    expect(report.violations).toEqual([]);
  },
);

test.concurrent.for(hole.cutMs)(
  "P8, P9: the network swallows everything for %i ms",
  { timeout: 90_000 },
  async (cutMs) => {
    const report = await blackHole(hole.screens, cutMs, graceMs);
    expect(report.violations).toEqual([]);
  },
);
