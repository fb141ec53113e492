import { expect, test } from "vitest";
import { SMALL } from "../sizes.ts";
import { boardsThroughKills } from "./boards-through-kills.ts";
import { commandsThroughKill } from "./commands-through-kill.ts";

const { boards, commands, graceMs } = SMALL;

test(
  "P2, P6, P8: boards are told of every call once and in order through kill -9 and restart",
  { timeout: 90_000 },
  async () => {
    const report = await boardsThroughKills(boards, graceMs);
    expect(report.violations).toEqual([]);
  },
);

test(
  "P1, P2, P3: kill -9 among mixed commands loses none that was acknowledged and doubles none",
  { timeout: 90_000 },
  async () => {
    const report = await commandsThroughKill(commands);
    expect(report.violations).toEqual([]);
  },
);
