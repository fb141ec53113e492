import { readFileSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type EmbeddedPostgres, startEmbedded } from "../storage/embedded/start-embedded.ts";
import { type OpenDatabase, openDatabase } from "../storage/open-database.ts";
import { startChild } from "../storage/testing/child-server.ts";
import { book, makeSalon } from "./testing/test-salon.ts";
import { OUTAGE_MS } from "./limits.ts";
import type { CommandOutcome, ShopRuntime } from "./shop-runtime.ts";
import {
  allEvents,
  done,
  eventually,
  foldAll,
  issue,
  makeShop,
  openNode,
  submit,
  type TestShop,
} from "./testing/test-shop.ts";

const HALF_HOUR_MS = 1_800_000;
const DAY_MS = 86_400_000;
const log = pino({ level: "silent" });
const commandChild = path.join(import.meta.dirname, "testing/command-child.ts");
let dataDir: string;
let embedded: EmbeddedPostgres;
let database: OpenDatabase;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "callnext-durable-"));
  await chmod(dataDir, 0o755);
  await open();
}, 60_000);

afterEach(async () => {
  await close();
  await rm(dataDir, { recursive: true, force: true });
});

async function open(): Promise<void> {
  embedded = await startEmbedded({ dataDir, log });
  const { connectionString } = embedded;
  database = await openDatabase({ connectionString, log });
}

async function close(): Promise<void> {
  await database.close();
  await embedded.stop();
}

function killPostmaster(): void {
  const text = readFileSync(path.join(embedded.placement.data, "postmaster.pid"), "utf8");
  process.kill(Number(text.split("\n")[0]), "SIGKILL");
}

/**
 * Tickets by callers at once, while `disturb` is done to the database. Those with keys ask until they are
 * answered; the others (every second one, if any) have nothing but the one answer.
 */
async function issueUnder(
  runtime: ShopRuntime,
  { shopId, queueId }: TestShop,
  keys: "all with keys" | "half with keys",
  disturb: (more: () => Promise<void>) => Promise<void>,
): Promise<readonly CommandOutcome[]> {
  let running = true;
  const answered: CommandOutcome[] = [];
  const caller = async (name: number): Promise<void> => {
    for (let n = 0; running; n += 1) {
      const idempotency = { key: `${name}-${n}`, actor: "public", route: "signup", bodyHash: "same" };
      const claim = keys === "all with keys" || name % 2 === 0 ? { idempotency } : {};
      let outcome: CommandOutcome;
      do outcome = await submit(runtime, { shopId, command: issue(queueId), ...claim });
      while (!outcome.ok && "idempotency" in claim && outcome.refusal.code === "unavailable");
      answered.push(outcome);
    }
  };
  const callers = Promise.all(Array.from({ length: 8 }, (_, name) => caller(name)));
  await disturb(async () => {
    const enough = answered.length + 40;
    await eventually(() => answered.length >= enough, 30_000);
  });
  running = false;
  await callers;
  return answered;
}

async function expectOnceEach(runtime: ShopRuntime, shopId: number, answered: readonly CommandOutcome[]) {
  expect(answered.filter((outcome) => !outcome.ok)).toEqual([]);
  const events = await allEvents(runtime, shopId);
  const issued = events.filter((event) => event.type === "ticket-issued");
  expect(issued.map((event) => event.sequence)).toEqual(issued.map((_, index) => index + 1));
  expect(issued.map((event) => event.ticketId).toSorted()).toEqual(
    answered.map((outcome) => (outcome.ok ? (outcome.answer.ticket?.id ?? "") : "")).toSorted(),
  );
  expect((await runtime.freshSnapshot(shopId))?.state).toEqual(foldAll(events));
}

describe("P1 P2 P3 acknowledged commands survive, once each and without gaps", { timeout: 120_000 }, () => {
  it("when the node is killed again and again", async () => {
    await using first = openNode(database);
    const { shopId, queueId } = await makeShop(database, first);
    await first[Symbol.asyncDispose]();
    await close();

    const sent = new Set<string>();
    const answered = new Map<string, { readonly number: string; readonly id: string }>();
    for (let round = 0; round < 4; round += 1) {
      const unanswered = [...sent].filter((key) => !answered.has(key));
      await using node = startChild(commandChild, [
        dataDir,
        String(shopId),
        queueId,
        String(round),
        ...unanswered,
      ]);
      expect((await node.said())["adopted"]).toBe(round > 0);
      const enough = answered.size + 150 + unanswered.length;
      while (answered.size < enough) {
        const line = await node.said();
        if (typeof line["sent"] === "string") sent.add(line["sent"]);
        else
          answered.set(String(line["answered"]), { number: String(line["number"]), id: String(line["id"]) });
      }
      await node.kill();
      // What it had said before it died still stands in the pipe.
      await node.said().then(
        () => undefined,
        () => undefined,
      );
    }

    await open();
    expect(embedded.adopted).toBe(true);
    await using runtime = openNode(database);
    const events = await allEvents(runtime, shopId);
    const issued = new Map(
      events.flatMap((event) =>
        event.type === "ticket-issued" ? [[event.ticketId, event.number] as const] : [],
      ),
    );
    for (const { id, number } of answered.values()) expect(issued.get(id)).toBe(number);
    expect(issued.size).toBeGreaterThanOrEqual(answered.size);
    const numbers = events.flatMap((event) => (event.type === "ticket-issued" ? [event.sequence] : []));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it("when PostgreSQL is killed under a running node", async () => {
    await using runtime = openNode(database);
    const shop = await makeShop(database, runtime);
    const answered = await issueUnder(runtime, shop, "all with keys", async (more) => {
      for (let round = 0; round < 4; round += 1) {
        await more();
        killPostmaster();
      }
      await more();
    });
    await expectOnceEach(runtime, shop.shopId, answered);
  });

  it("when connections are cut in the middle of commits", async () => {
    await using runtime = openNode(database);
    const shop = await makeShop(database, runtime);
    await using other = await openDatabase({
      connectionString: embedded.connectionString,
      log,
      maxConnections: 1,
    });
    const answered = await issueUnder(runtime, shop, "half with keys", async () => {
      for (let round = 0; round < 80; round += 1) {
        await other.pool.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
            where pid <> pg_backend_pid() and backend_type = 'client backend' and application_name = 'callnext'`,
        );
        await done(runtime, { shopId: shop.shopId, command: { type: "start-service-day" } });
      }
    });
    expect(answered.length).toBeGreaterThan(50);
    await expectOnceEach(runtime, shop.shopId, answered);
  });
});

describe("P1 P2 P4 acknowledged bookings survive, and no slot is given twice", { timeout: 120_000 }, () => {
  it("when PostgreSQL is killed under a running node", async () => {
    await using runtime = openNode(database);
    const salon = await makeSalon(database, runtime, { lanes: 2 });
    const { shopId } = salon;
    const drawn = await database.pool.query<{ id: number }>(
      "select nextval('appointment_ids')::integer as id from generate_series(1, 400)",
    );
    const tomorrow = Math.ceil(Date.now() / DAY_MS) * DAY_MS + DAY_MS;
    const booked = new Set<number>();
    let answers = 0;
    const caller = async (name: number): Promise<void> => {
      for (let n = name; n < drawn.rows.length; n += 8) {
        const id = drawn.rows[n]?.id ?? 0;
        // Four wishes for each half hour, which two may have.
        const command = book(salon, id, tomorrow + (n % 100) * HALF_HOUR_MS);
        const idempotency = { key: `book-${n}`, actor: "public", route: "book", bodyHash: "same" };
        let outcome: CommandOutcome;
        do outcome = await submit(runtime, { shopId, command, idempotency });
        while (!outcome.ok && outcome.refusal.code === "unavailable");
        if (outcome.ok) booked.add(id);
        else expect(outcome.refusal.code).toBe("slot-taken");
        answers += 1;
      }
    };
    const callers = Promise.all(Array.from({ length: 8 }, (_, name) => caller(name)));
    for (const enough of [60, 180, 300]) {
      await eventually(() => answers >= enough, 30_000);
      killPostmaster();
    }
    await callers;
    expect(booked.size).toBe(200);
    const state = (await runtime.freshSnapshot(shopId))?.state;
    expect(new Set(state?.appointments.keys())).toEqual(booked);
    expect(state).toEqual(foldAll(await allEvents(runtime, shopId)));
  });
});

describe("an outage", { timeout: 60_000 }, () => {
  it("is told by health() and ends by itself", async () => {
    await using runtime = openNode(database);
    const { shopId, queueId } = await makeShop(database, runtime);
    expect(runtime.health().database).toBe("up");
    await embedded.stop();
    await eventually(() => runtime.health().database === "down");
    await eventually(() => Date.now() - runtime.health().since > OUTAGE_MS);
    const asked = performance.now();
    expect(await submit(runtime, { shopId, command: issue(queueId) })).toEqual({
      ok: false,
      refusal: { code: "unavailable" },
    });
    expect(performance.now() - asked).toBeLessThan(500);
    embedded = await startEmbedded({ dataDir, log });
    await eventually(() => runtime.health().database === "up");
    await done(runtime, { shopId, command: issue(queueId) });
  });
});
