import { join } from "node:path";
import { BoardClient } from "../actors/board-client.ts";
import { isAcknowledged } from "../actors/command-record.ts";
import { Screen } from "../actors/screen.ts";
import { checkCommands } from "../checkers/check-commands.ts";
import { checkRestoredBoard } from "../checkers/check-restored-board.ts";
import { checkScreen, type Outage, rightFrom, type ScreenRules } from "../checkers/check-screen.ts";
import { checkTickets, type ToldTicket } from "../checkers/check-tickets.ts";
import { type ShopLog, shopLogOf } from "../oracle/shop-log.ts";
import type { Report } from "../report.ts";
import type { Sizes } from "../sizes.ts";
import { eventually } from "../../support/eventually.ts";
import { runCommand } from "../../support/run-command.ts";
import { Place } from "./place.ts";
import { serveVisitor } from "./serve-visitor.ts";
import { settleBoards } from "./settle-boards.ts";

/** The next look at the database, and the way to the screens. */
const RIGHT_WITHIN_MS = 5_000;
const LONGEST_DELAY_MS = 2_500;
/** Where the server is there all the time, nothing has to say that it is not. */
const NEVER_STALE_MS = 120_000;

interface State {
  readonly view: { readonly tickets: Readonly<Record<string, ToldTicket>> };
}

interface Restore {
  readonly outage: Outage;
  readonly before: ShopLog;
  /** Of the screens, those that showed the restored state before anything else happened. */
  readonly arrived: number;
}

/**
 * A backup is made while visitors are served, more of them come, and the backup is put back: with the server stopped
 * (`stopped`) or beneath it while all screens are connected. What came after the backup is gone everywhere; what was
 * in it and what follows is right everywhere, and nobody touched a screen.
 */
export async function backupRestored(
  size: Sizes["restore"],
  graceMs: number,
  stopped: boolean,
): Promise<Report> {
  await using place = await Place.open();
  using crowd = new DisposableStack();
  const boards = Array.from({ length: size.boards }, () => crowd.use(new BoardClient(place.boardAddress)));
  const consoleTopic = `shop:${String(place.shop.id)}:staff`;
  const screens = Array.from({ length: size.screens }, (_, index) => {
    const isConsole = index === 0;
    const topics = isConsole ? [...place.topics, consoleTopic] : place.topics;
    const token = isConsole ? place.staff.token : null;
    return crowd.use(new Screen(`screen ${String(index + 1)}`, place.server.origin, topics, token));
  });
  await eventually({ withinMs: 30_000, what: "all boards and screens" }, () => {
    return (boards.every(({ seq }) => seq > 0) && screens.every(({ isFresh }) => isFresh)) || undefined;
  });

  const { outage, before, arrived } = await serveAndRestore(place, size, stopped, screens);
  const log = await shopLogOf(place.server, place.shop.id);
  await settleBoards(boards, log);
  const truths = await place.truths(screens.slice(0, 1), [...place.topics, consoleTopic]);
  await place.truths(screens);
  const rules: ScreenRules = {
    outages: [outage],
    truths,
    staleWithinMs: stopped ? 9_000 + graceMs : NEVER_STALE_MS,
    rightWithinMs: RIGHT_WITHIN_MS + graceMs,
    longestDelayMs: LONGEST_DELAY_MS,
  };
  const { view } = await place.staff.read<State>(`/shops/${String(place.shop.id)}/state`);
  const restored = { log, restoredAt: before.seq };
  const rightAfter = screens.flatMap(({ history }) =>
    [...history.topics].map(([topic, samples]) => {
      const truth = truths.get(topic);
      return ((truth && rightFrom(samples, truth)) ?? Number.NaN) - outage.to;
    }),
  );
  return {
    name: `a backup restored, the server ${stopped ? "stopped meanwhile" : "running"}`,
    violations: [
      ...(log.epoch === before.epoch ? ["the epoch is the old one"] : []),
      ...(arrived < screens.length ? [`only ${String(arrived)} screens came to the restored state`] : []),
      ...checkCommands(place.staff.records, log),
      ...checkTickets(log, Object.values(view.tickets)),
      ...boards.flatMap(({ history }, index) =>
        checkRestoredBoard(`board ${String(index + 1)}`, history, restored),
      ),
      ...screens.flatMap(({ history }) => checkScreen(history, rules)),
    ],
    measures: [
      { what: "commands kept", value: place.staff.records.filter(isAcknowledged).length, unit: "" },
      { what: "events in the log", value: log.events.length, unit: "" },
      { what: stopped ? "server away" : "restore took", value: outage.to - outage.from, unit: "ms" },
      {
        what: "last screen right after it",
        value: Math.max(...rightAfter),
        unit: "ms",
        bound: RIGHT_WITHIN_MS,
      },
    ],
  };
}

async function serveAndRestore(
  place: Place,
  size: Sizes["restore"],
  stopped: boolean,
  screens: readonly Screen[],
): Promise<Restore> {
  const { server, staff } = place;
  const serve = async (visitors: number): Promise<void> => {
    for (let turn = 0; turn < visitors; turn += 1) await serveVisitor(place, 0, turn);
    // One who goes on waiting.
    await staff.issue(place.queueId(0));
  };
  const file = join(server.dataDir, "drill.backup");
  await serve(size.visitors);
  await runCommand(server, "backup", file);
  const before = await shopLogOf(server, place.shop.id);
  const kept = staff.records.length;
  await serve(size.lost);
  // They were acknowledged, and are undone by the person who restores: none of them may show in what follows.
  staff.records.length = kept;

  const from = Date.now();
  if (stopped) await server.kill();
  await runCommand(server, "restore", file, "--yes", "--keep-sessions");
  if (stopped) await server.start();
  const outage = { from, to: Date.now() };
  const arrived = await comeTo(place, before, screens);
  await serve(size.visitors);
  return { outage, before, arrived };
}

/** Nothing happens meanwhile that could tell them. */
async function comeTo({ topics }: Place, before: ShopLog, screens: readonly Screen[]): Promise<number> {
  const isThere = (screen: Screen): boolean =>
    topics.every((topic) => {
      const { epoch, seq } = screen.state(topic);
      return epoch !== before.epoch && seq === before.seq;
    });
  const areThere = (): true | undefined => screens.every(isThere) || undefined;
  await eventually({ withinMs: 15_000, what: "the screens" }, areThere).catch(() => undefined);
  return screens.filter(isThere).length;
}
