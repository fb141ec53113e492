import { BoardClient } from "../actors/board-client.ts";
import { MemoryWatch } from "../actors/memory-watch.ts";
import { createPacer } from "../actors/pacer.ts";
import { Screen } from "../actors/screen.ts";
import { StalledClient } from "../actors/stalled-client.ts";
import { checkBoard } from "../checkers/check-boards.ts";
import { checkCommands } from "../checkers/check-commands.ts";
import { checkMemory, memoryGrowth } from "../checkers/check-memory.ts";
import { checkScreen } from "../checkers/check-screen.ts";
import { shopLogOf } from "../oracle/shop-log.ts";
import { percentile } from "../percentile.ts";
import type { Measure, Report } from "../report.ts";
import type { Sizes } from "../sizes.ts";
import { eventually } from "../../support/eventually.ts";
import { Place } from "./place.ts";
import { serveVisitor } from "./serve-visitor.ts";
import { settleBoards } from "./settle-boards.ts";

const AGENTS = 96;
const SCREENS = 3;
const MOST_MB = 60;
const SLOWER_BY_PERCENT = 20;
const STALE_WITHIN_MS = 8_000;
/** With memory to spare the collector waits, and what a process holds says nothing of what it needs. */
const SMALL_HEAP = { NODE_OPTIONS: "--max-old-space-size=256" };
const WARM_UP = 5_000;

interface Phase {
  readonly from: number;
  readonly to: number;
}

/** The same load twice, the second time beside a crowd that opens sockets and never reads. */
export async function stalledCrowd(size: Sizes["crowd"]): Promise<Report> {
  await using place = await Place.open(SMALL_HEAP);
  using room = new DisposableStack();
  const memory = room.use(new MemoryWatch(place.server.pid));
  const boards = Array.from({ length: size.healthy }, () => room.use(new BoardClient(place.boardAddress)));
  const screens = Array.from({ length: SCREENS }, (_, index) =>
    room.use(new Screen(`screen ${String(index + 1)}`, place.server.origin, place.topics)),
  );
  await eventually({ withinMs: 30_000, what: "all boards and screens" }, () => {
    return (boards.every(({ seq }) => seq > 0) && screens.every(({ isFresh }) => isFresh)) || undefined;
  });
  await fillQueues(place, size.waiting);
  // A program that has just started grows into any load; what the crowd costs shows afterwards.
  await keepBusy(place, { ...size, events: WARM_UP });
  const alone = await keepBusy(place, size);
  await memory.look();
  const crowdCameAt = Date.now();
  const crowd = Array.from({ length: size.stalled }, (_, index) => room.use(stalledClient(place, index)));
  const haveStalled = (): true | undefined => crowd.every(({ isStalled }) => isStalled) || undefined;
  await eventually({ withinMs: 30_000, what: "the crowd" }, haveStalled);
  const beside = await keepBusy(place, size);
  await memory.look();

  const log = await shopLogOf(place.server, place.shop.id);
  await settleBoards(boards, log);
  const truths = await place.truths(screens);
  const rules = {
    outages: [],
    truths,
    staleWithinMs: STALE_WITHIN_MS,
    rightWithinMs: Number.POSITIVE_INFINITY,
    longestDelayMs: 0,
  };
  return {
    name: `${String(size.stalled)} clients that never read, ${String(size.events)} events at ${String(size.perSecond)}/s`,
    violations: [
      ...checkMemory(memory.samples, crowdCameAt, MOST_MB),
      ...checkCommands(place.staff.records, log),
      ...boards.flatMap(({ history }, index) => checkBoard(`board ${String(index + 1)}`, history, log)),
      ...screens.flatMap(({ history }) => checkScreen(history, rules)),
      ...boards.filter(({ connections }) => connections > 1).map(() => "a healthy board lost its connection"),
    ],
    measures: [
      { what: "events a second, alone", value: eventRate(place, alone), unit: "/s" },
      { what: "events a second, beside the crowd", value: eventRate(place, beside), unit: "/s" },
      {
        what: "times the server gave up one of the crowd",
        value: crowd.reduce((sum, { returns }) => sum + returns, 0),
        unit: "",
      },
      {
        what: "server's memory before the crowd",
        value: memory.samples.findLast(({ at }) => at <= crowdCameAt)?.mb ?? Number.NaN,
        unit: "MB",
      },
      {
        what: "server's memory grew by",
        value: memoryGrowth(memory.samples, crowdCameAt),
        unit: "MB",
        bound: MOST_MB,
      },
      ...latencies(boards, alone, beside),
    ],
  };
}

/** Every second one is a board of the second document, the others follow two topics on the native socket. */
function stalledClient(place: Place, index: number): StalledClient {
  const { port } = place.server;
  if (index % 2 === 0) return new StalledClient({ port, path: new URL(place.boardAddress).pathname });
  const hello = place.topics.map((topic) => ({ type: "subscribe", topic }));
  return new StalledClient({ port, path: "/ws/v1", subprotocol: "callnext.v1", hello });
}

async function fillQueues({ staff, shop }: Place, waiting: number): Promise<void> {
  const fill = async (queueId: string): Promise<void> => {
    for (let count = 0; count < waiting; count += 1) await staff.issue(queueId);
  };
  await Promise.all(shop.queues.map(({ id }) => fill(id)));
}

async function keepBusy(place: Place, { perSecond, events }: Sizes["crowd"]): Promise<Phase> {
  const turn = createPacer(perSecond);
  const from = Date.now();
  const before = place.staff.records.length;
  const isOver = (): boolean => place.staff.records.length - before >= events;
  const work = async (agent: number): Promise<void> => {
    for (let round = 0; !isOver(); round += 1) await serveVisitor(place, agent, round, turn);
  };
  await Promise.all(Array.from({ length: AGENTS }, (_, agent) => work(agent)));
  return { from, to: Date.now() };
}

/** Each command of this load is one event. */
function eventRate({ staff }: Place, { from, to }: Phase): number {
  const done = staff.records.filter(({ answeredAt, status }) => {
    return answeredAt !== null && answeredAt >= from && answeredAt <= to && status < 300;
  });
  return Math.round((done.length * 1_000) / (to - from));
}

/** From the event's time, set before its commit, to the frame's arrival at a healthy board; one clock for both. */
function latencies(boards: readonly BoardClient[], alone: Phase, beside: Phase): readonly Measure[] {
  const told = boards.flatMap(({ history }) =>
    history.flatMap(({ at, text }) => {
      const { type, timestamp } = JSON.parse(text) as { readonly type: string; readonly timestamp: string };
      return type === "ticket_called" ? [{ at, ms: at - Date.parse(timestamp) }] : [];
    }),
  );
  const of = ({ from, to }: Phase, share: number): number =>
    percentile(
      told.filter(({ at }) => at >= from && at <= to).map(({ ms }) => ms),
      share,
    );
  const p99 = { alone: of(alone, 0.99), beside: of(beside, 0.99) };
  return [
    { what: "calls told to healthy boards", value: told.length, unit: "" },
    { what: "p50 of a healthy board, alone", value: of(alone, 0.5), unit: "ms" },
    { what: "p50 of a healthy board, beside the crowd", value: of(beside, 0.5), unit: "ms" },
    { what: "p99 of a healthy board, alone", value: p99.alone, unit: "ms" },
    { what: "p99 of a healthy board, beside the crowd", value: p99.beside, unit: "ms" },
    {
      what: "p99 slower by",
      value: Math.round((p99.beside / p99.alone - 1) * 100),
      unit: "%",
      bound: SLOWER_BY_PERCENT,
    },
  ];
}
