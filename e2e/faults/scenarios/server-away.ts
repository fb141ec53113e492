import { setTimeout as pause } from "node:timers/promises";
import type { Outage } from "../checkers/check-screen.ts";
import type { Report } from "../report.ts";
import type { Sizes } from "../sizes.ts";
import { followOutage } from "./follow-outage.ts";
import { Place } from "./place.ts";

const RIGHT_WITHIN_MS = 5_000;
/** Three attempts at the longest delays, and the machine's own. */
const POLLS_AFTER_MS = 11_000;

/** The server is killed and comes back after a while: screens say so, poll, and return by themselves. */
export async function serverKilled({ screens, killedMs }: Sizes["away"], graceMs: number): Promise<Report> {
  await using place = await Place.open();
  const takeAway = async (): Promise<Outage> => {
    const from = Date.now();
    await place.server.kill();
    await pause(killedMs);
    const maybeBackFrom = Date.now();
    await place.server.start();
    return { from, to: Date.now(), maybeBackFrom };
  };
  const { origin } = place.server;
  const name = `server killed for ${String(killedMs / 1_000)} s`;
  const report = await followOutage(place, {
    name,
    origin,
    screens,
    rightWithinMs: RIGHT_WITHIN_MS,
    graceMs,
    takeAway,
  });
  const polled = report.measures.find(({ what }) => what === "screens that polled")?.value ?? 0;
  const silent =
    killedMs >= POLLS_AFTER_MS && polled < screens ? [`only ${String(polled)} screens polled`] : [];
  return { ...report, violations: [...report.violations, ...silent] };
}

/** The server hangs with all its connections open. */
export async function serverFrozen({ screens, frozenMs }: Sizes["away"], graceMs: number): Promise<Report> {
  await using place = await Place.open();
  const takeAway = async (): Promise<Outage> => {
    const from = Date.now();
    place.server.freeze();
    await pause(frozenMs);
    place.server.thaw();
    return { from, to: Date.now() };
  };
  const { origin } = place.server;
  const name = `server frozen for ${String(frozenMs / 1_000)} s`;
  return await followOutage(place, {
    name,
    origin,
    screens,
    rightWithinMs: RIGHT_WITHIN_MS,
    graceMs,
    takeAway,
  });
}
