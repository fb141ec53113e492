import { setTimeout as pause } from "node:timers/promises";
import type { Outage } from "../checkers/check-screen.ts";
import type { Report } from "../report.ts";
import { Wire } from "../../support/wire.ts";
import { followOutage } from "./follow-outage.ts";
import { Place } from "./place.ts";
import { serveVisitor } from "./serve-visitor.ts";

const RIGHT_WITHIN_MS = 10_000;

/** The network between screens and server swallows everything and tells nobody, while the room goes on. */
export async function blackHole(screens: number, cutMs: number, graceMs: number): Promise<Report> {
  await using place = await Place.open();
  await using wire = await Wire.to(place.server);
  const takeAway = async (): Promise<Outage> => {
    const from = Date.now();
    wire.cut();
    for (let turn = 2; turn < 10; turn += 1) await serveVisitor(place, 0, turn);
    await pause(Math.max(0, from + cutMs - Date.now()));
    wire.mend();
    return { from, to: Date.now() };
  };
  const name = `black hole of ${String(cutMs / 1_000)} s`;
  const { origin } = wire;
  return await followOutage(place, {
    name,
    origin,
    screens,
    rightWithinMs: RIGHT_WITHIN_MS,
    graceMs,
    takeAway,
  });
}
