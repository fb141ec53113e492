import { randomUUID } from "node:crypto";
import {
  type Command,
  emptyShop,
  forecastDay,
  rebuildState,
  ShopForecaster,
  storedShop,
} from "@callnext/core";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDayStarts } from "../records/day-starts.ts";
import type { RunningShopRuntime } from "../shops/create-shop-runtime.ts";
import {
  allEvents,
  done,
  eventually,
  makeShop,
  openNode,
  type TestShop,
} from "../shops/testing/test-shop.ts";
import { openTestDatabase, type TestDatabase } from "../storage/testing/test-database.ts";
import { ForecastingRuntime } from "./forecasting-runtime.ts";
import { forecastRecord } from "./forecast-record.ts";
import { settleDays } from "./settle-days.ts";
import { trainModel } from "./train-model.ts";
import { startWaitJob } from "./wait-job.ts";
import { createWaitLog, type WaitLog } from "./wait-log.ts";

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const log = pino({ level: "silent" });

let clock = Date.UTC(2026, 10, 22, 8);
const now = (): number => clock;
let database: TestDatabase;
let runtime: RunningShopRuntime;
let waits: WaitLog;
beforeAll(async () => {
  database = await openTestDatabase();
  runtime = openNode(database, { now });
  waits = createWaitLog(database.db, now);
});
afterAll(async () => {
  await runtime[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const needs = (node: RunningShopRuntime) => ({
  runtime: node,
  dayStarts: createDayStarts(database.pool, node),
  log,
});

/** One counter, a visitor every four minutes, each served in five; every seventh leaves. */
async function openDay({ shopId, queueId }: TestShop, visitors: number): Promise<void> {
  const command = async (given: Command): Promise<void> =>
    void (await done(runtime, { shopId, command: given }));
  let serving: string | null = null;
  let freeAt = clock;
  const end = async (): Promise<void> => {
    if (serving === null) return;
    await command({ type: "start-service", ticketId: serving });
    await command({ type: "complete-ticket", ticketId: serving });
    serving = null;
  };
  for (let visitor = 0; visitor < visitors; visitor++) {
    clock += 4 * MINUTE;
    const ticketId = randomUUID();
    const wish = { queueId, serviceId: null, partySize: 1, locale: null };
    await command({ type: "issue-ticket", ticketId, priority: 0, ...wish });
    if (visitor % 7 === 6) await command({ type: "cancel-ticket", ticketId });
    if (clock < freeAt) continue;
    await end();
    const outcome = await runtime.submit({
      shopId,
      by: { kind: "system" },
      command: { type: "call-next", queueId, counter: "1" },
    });
    serving = outcome.ok ? (outcome.answer.ticket?.id ?? null) : null;
    freeAt = clock + 5 * MINUTE;
  }
  await end();
}

async function nextMorning(): Promise<void> {
  clock += DAY - (clock % DAY) + 8 * 60 * MINUTE;
}

test("the record of a day agrees with a recount from the log", async () => {
  const shop = await makeShop(database, runtime);
  await openDay(shop, 40);
  await nextMorning();
  await openDay(shop, 40);
  await nextMorning();
  await done(runtime, { shopId: shop.shopId, command: { type: "start-service-day" } });
  expect(await settleDays(needs(runtime), waits, shop)).toBe(2);
  expect(await settleDays(needs(runtime), waits, shop)).toBe(0);

  // The recount: the whole log from its first event, by one forecaster that lives through it.
  const events = await allEvents(runtime, shop.shopId);
  const [first] = events;
  if (first?.type !== "shop-configured") throw new Error("A log begins with its shop.");
  const start = emptyShop(first.shop, first.at);
  const forecaster = new ShopForecaster(`shop ${String(shop.shopId)}`, "record");
  const { settled } = forecastDay(forecaster, rebuildState(storedShop(start)), events);
  const { rows } = await database.owner.query<{ seq: number; ticket_id: string; p10: number; p90: number }>(
    "select seq, ticket_id, p10, p90 from wait_forecasts where shop_id = $1",
    [shop.shopId],
  );
  const told = (seq: number, ticketId: string, p10: number, p90: number): string =>
    [seq, ticketId, p10.toFixed(9), p90.toFixed(9)].join(" ");
  expect(rows.map((row) => told(row.seq, row.ticket_id, row.p10, row.p90)).toSorted()).toEqual(
    settled.map(({ seq, ticketId, open }) => told(seq, ticketId, open.p10, open.p90)).toSorted(),
  );
  const ended = settled.filter(({ minutes }) => minutes !== null);
  const inside = ended.filter(
    ({ open, minutes }) => minutes !== null && open.p10 <= minutes && minutes <= open.p90,
  );
  const errors = ended
    .map(({ open, minutes }) => Math.abs(open.p50 - (minutes ?? 0)))
    .toSorted((a, b) => a - b);
  const middle = (errors.length - 1) / 2;
  const typical = ((errors[Math.floor(middle)] ?? 0) + (errors[Math.ceil(middle)] ?? 0)) / 2;

  const leaning = ended.reduce((sum, { open, minutes }) => sum + open.p50 - (minutes ?? 0), 0);

  const record = await forecastRecord(database.db, shop, 28);
  expect(record.shop.bias).toBeCloseTo(leaning / ended.length, 10);
  expect(ended.length).toBeGreaterThan(40);
  expect(record.shop.given).toBe(settled.length);
  expect(record.shop.settled).toBe(ended.length);
  expect(record.shop.inside).toBeCloseTo(inside.length / ended.length, 10);
  expect(record.shop.typicalError).toBeCloseTo(typical, 10);
  expect(record.days.map(({ day }) => day)).toEqual(["2026-11-22", "2026-11-23"]);
  expect(record.queues.get(shop.queueId)).toEqual(record.shop);
});

test("a shop whose ranges stopped holding raises the alarm, and one of few waits does not", async () => {
  const shop = await makeShop(database, runtime);
  const given = { seq: 1, at: clock, knownAt: clock, knownSeq: 2, queueId: shop.queueId };
  const reading = { branch: "", queue: "", at: 0, called: 0, waiting: 1, counters: 1, setMinutes: 0 };
  const open = { reading, vector: new Float64Array(), byPace: 1, centre: 1, p10: 1, p50: 2, p90: 3 };
  const forecastsOf = (count: number, inside: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...given,
      ticketId: randomUUID(),
      open: { ...open, signs: [1, 0, 0, 0, 0] as const, reach: { above: 1, below: 1 } },
      minutes: index < inside ? 2 : 9,
    }));
  const settle = async (day: string, count: number, inside: number): Promise<void> => {
    await waits.settle(shop, { day, forecasts: forecastsOf(count, inside), model: null });
  };
  await settle("2026-11-01", 90, 20);
  expect((await forecastRecord(database.db, shop, 28)).alarm).toBeNull();
  await settle("2026-11-02", 60, 20);
  expect((await forecastRecord(database.db, shop, 28)).alarm).toEqual({ inside: 40 / 150, settled: 150 });
  for (let day = 3; day < 10; day++) await settle(`2026-11-0${String(day)}`, 50, 40);
  expect((await forecastRecord(database.db, shop, 28)).alarm).toBeNull();
  await settle("2027-06-01", 5, 5);
  expect((await forecastRecord(database.db, shop, 90)).days.map(({ day }) => day)).toEqual(["2027-06-01"]);
});

test("[E3] two nodes say the same of each place after the same event, whenever they began to follow", async () => {
  const shop = await makeShop(database, runtime);
  await openDay(shop, 30);
  await nextMorning();
  await openDay(shop, 10);
  await using job = startWaitJob({ ...needs(runtime), db: database.db, waits });
  expect(await job.sweep()).toBeGreaterThan(0);
  const other = openNode(database, { now });
  await using _other = other;
  const forecasting = (node: RunningShopRuntime) =>
    new ForecastingRuntime(node, { dayStarts: createDayStarts(database.pool, node), waits, log, now });
  using early = forecasting(runtime);
  const placesOf = async (node: ForecastingRuntime) => {
    const snapshot = await node.freshSnapshot(shop.shopId);
    return { seq: snapshot?.state.seq, places: snapshot?.waits?.(shop.queueId)?.places };
  };
  await eventually(async () => (await placesOf(early)).places !== undefined);
  await openDay(shop, 10);
  using late = forecasting(other);
  await eventually(async () => (await placesOf(late)).places !== undefined);
  const said = await placesOf(early);
  expect(said.places?.length).toBeGreaterThan(1);
  expect(await placesOf(late)).toEqual(said);
});

test("a model is trained beside the server's thread, from what the record keeps", async () => {
  const shop = await makeShop(database, runtime);
  await openDay(shop, 60);
  await nextMorning();
  await done(runtime, { shopId: shop.shopId, command: { type: "start-service-day" } });
  await settleDays(needs(runtime), waits, shop);
  const { kept } = await waits.base(shop);
  expect(kept.length).toBeGreaterThan(50);
  const model = await trainModel({ branch: "shop", kept, seed: 1 });
  expect(await trainModel({ branch: "shop", kept, seed: 1 })).toEqual(model);
  const forecaster = new ShopForecaster("shop", "screens");
  forecaster.recall(kept);
  forecaster.adopt(model);
});
