import type { Report } from "../report.ts";
import type { Sizes } from "../sizes.ts";
import { blackHole } from "./black-hole.ts";
import { backupRestored } from "./backup-restored.ts";
import { boardsThroughKills } from "./boards-through-kills.ts";
import { commandsThroughKill } from "./commands-through-kill.ts";
import { serverFrozen, serverKilled } from "./server-away.ts";
import { stalledCrowd } from "./stalled-crowd.ts";

export type Scenario = (sizes: Sizes) => Promise<readonly Report[]>;

export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  boards: async ({ boards, graceMs }) => [await boardsThroughKills(boards, graceMs)],
  commands: async ({ commands }) => [await commandsThroughKill(commands)],
  away: async ({ away, graceMs }) => [await serverKilled(away, graceMs), await serverFrozen(away, graceMs)],
  crowd: async ({ crowd }) => [await stalledCrowd(crowd)],
  restore: async ({ restore, graceMs }) => [
    await backupRestored(restore, graceMs, true),
    await backupRestored(restore, graceMs, false),
  ],
  "black-hole": async ({ blackHole: { screens, cutMs }, graceMs }) => {
    const reports: Report[] = [];
    for (const ms of cutMs) reports.push(await blackHole(screens, ms, graceMs));
    return reports;
  },
};
