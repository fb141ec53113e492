import { BoardClient } from "../actors/board-client.ts";
import { isAcknowledged } from "../actors/command-record.ts";
import { Screen } from "../actors/screen.ts";
import { announcementsOf } from "../checkers/announcements-of.ts";
import { checkBoard } from "../checkers/check-boards.ts";
import { checkCommands } from "../checkers/check-commands.ts";
import { checkScreen, type Outage, rightFrom } from "../checkers/check-screen.ts";
import { type ShopLog, shopLogOf } from "../oracle/shop-log.ts";
import type { Measure, Report } from "../report.ts";
import type { Sizes } from "../sizes.ts";
import { eventually } from "../../support/eventually.ts";
import { Place } from "./place.ts";
import { settleBoards } from "./settle-boards.ts";
import { serveVisitor } from "./serve-visitor.ts";

const AGENTS = 8;
const RIGHT_WITHIN_MS = 3_000;
const LONGEST_DELAY_MS = 2_500;
const STALE_WITHIN_MS = 8_000;

/** Boards and screens follow a shop whose server is killed -9 again and again while agents call. */
export async function boardsThroughKills(size: Sizes["boards"], graceMs: number): Promise<Report> {
  await using place = await Place.open();
  using crowd = new DisposableStack();
  const boards = Array.from({ length: size.boards }, () => crowd.use(new BoardClient(place.boardAddress)));
  const screens = Array.from({ length: size.screens }, (_, index) =>
    crowd.use(new Screen(`screen ${String(index + 1)}`, place.server.origin, place.topics)),
  );
  await eventually({ withinMs: 30_000, what: "all boards and screens" }, () => {
    return (boards.every(({ seq }) => seq > 0) && screens.every(({ isFresh }) => isFresh)) || undefined;
  });

  const outages = await callThroughKills(place, size);
  const log = await shopLogOf(place.server, place.shop.id);
  await settleBoards(boards, log);
  const truths = await place.truths(screens);
  const rules = {
    outages,
    truths,
    staleWithinMs: STALE_WITHIN_MS + graceMs,
    rightWithinMs: RIGHT_WITHIN_MS + graceMs,
    longestDelayMs: LONGEST_DELAY_MS,
  };
  const unlike = [...truths].filter(([, { to, epoch }]) => to !== log.seq || epoch !== log.epoch);
  return {
    name: `${String(size.boards)} boards and ${String(size.screens)} screens through ${String(size.kills)} kills`,
    violations: [
      ...checkCommands(place.staff.records, log),
      ...boards.flatMap(({ history }, index) => checkBoard(`board ${String(index + 1)}`, history, log)),
      ...screens.flatMap(({ history }) => checkScreen(history, rules)),
      ...unlike.map(([topic]) => `${topic} over HTTP is not at the database's seq`),
      ...(announcementsOf(log).length < size.calls ? ["too few calls were made"] : []),
    ],
    measures: measured(place, log, boards, screens, rules),
  };
}

/** The last kill falls among the last calls, so that what follows it is the return alone. */
async function callThroughKills(place: Place, { calls, kills }: Sizes["boards"]): Promise<readonly Outage[]> {
  const outages: Outage[] = [];
  const called = (): number =>
    place.staff.records.filter((record) => isAcknowledged(record) && /call/.test(record.kind)).length;
  const work = async (agent: number): Promise<void> => {
    for (let turn = 0; called() < calls; turn += 1) await serveVisitor(place, agent, turn);
  };
  const kill = async (): Promise<void> => {
    for (let round = 1; round <= kills; round += 1) {
      const due = Math.floor((calls * round) / kills) - AGENTS;
      await eventually(
        { withinMs: 60_000, what: "calls before the next kill" },
        () => called() >= due || undefined,
      );
      const from = Date.now();
      await place.server.kill();
      const maybeBackFrom = Date.now();
      await place.server.start();
      outages.push({ from, to: Date.now(), maybeBackFrom });
    }
  };
  await Promise.all([kill(), ...Array.from({ length: AGENTS }, (_, agent) => work(agent))]);
  return outages;
}

function measured(
  { staff }: Place,
  log: ShopLog,
  boards: readonly BoardClient[],
  screens: readonly Screen[],
  { outages, truths, longestDelayMs }: Parameters<typeof checkScreen>[1],
): readonly Measure[] {
  const healed = outages.at(-1)?.to ?? 0;
  const rightAfter = screens.flatMap(({ history }) =>
    [...history.topics].map(([topic, samples]) => {
      const truth = truths.get(topic);
      return ((truth && rightFrom(samples, truth)) || Number.NaN) - healed;
    }),
  );
  const lastCalls = boards.map(({ history }) => {
    return history.findLast(({ text }) => text.includes('"ticket_called"'))?.at ?? Number.NaN;
  });
  const delays = screens.flatMap(({ history }) =>
    history.connection.map(({ state }) => (state.kind === "waiting" ? state.retryAt - state.since : 0)),
  );
  return [
    { what: "calls and recalls", value: announcementsOf(log).length, unit: "" },
    { what: "commands acknowledged", value: staff.records.filter(isAcknowledged).length, unit: "" },
    {
      what: "commands sent more than once",
      value: staff.records.filter(({ attempts }) => attempts > 1).length,
      unit: "",
    },
    {
      what: "connections of the boards",
      value: boards.reduce((sum, board) => sum + board.connections, 0),
      unit: "",
    },
    { what: "longest restart", value: Math.max(...outages.map(({ from, to }) => to - from)), unit: "ms" },
    {
      what: "last board told of all after the last restart",
      value: Math.max(...lastCalls) - healed,
      unit: "ms",
    },
    {
      what: "last screen right after the last restart",
      value: Math.max(...rightAfter),
      unit: "ms",
      bound: RIGHT_WITHIN_MS,
    },
    {
      what: "longest wait of a screen between attempts",
      value: Math.round(Math.max(...delays)),
      unit: "ms",
      bound: longestDelayMs,
    },
  ];
}
