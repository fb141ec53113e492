import fc from "fast-check";
import { type ArbitraryStep, arbitrarySteps } from "@callnext/core/testing";
import { beforeEach, describe, expect, test } from "vitest";
import { createInMemoryRuntime, type InMemoryRuntime } from "../../shops/testing/in-memory-runtime.ts";
import { join, openSocketServer, run } from "../testing/socket-server.ts";
import { connect, type Frame } from "../testing/test-client.ts";
import { DISPLAY, MORNING, QUEUE_A, QUEUE_B, SLUG, testShops } from "../testing/test-shops.ts";

const path = `/ws/tenants/${SLUG}/displays/${DISPLAY}/`;

let runtime: InMemoryRuntime;
let now = MORNING;
beforeEach(() => {
  now = MORNING;
  runtime = createInMemoryRuntime(testShops(), () => (now += 1_000));
});

const head = async (): Promise<number> => (await runtime.snapshot(1))?.state.seq ?? -1;

const callNext = (counter: string) => run(runtime, { type: "call-next", queueId: QUEUE_A, counter });

const withoutConnection = (frames: readonly Frame[]): readonly Frame[] =>
  frames.filter(({ type }) => type !== "connection" && type !== "pong");

/** What a socket is told that comes with this query, to a server that has just started on the same log. */
const toldOnReturn = async (query: string): Promise<readonly Frame[]> => {
  await using server = await openSocketServer({ runtime });
  await using client = await connect(`${server.url}${path}${query}`);
  await client.settled();
  return withoutConnection(client.frames);
};

describe("a board that was away", () => {
  test("gets each missed message once and in order, as it was, also from a server that has just started", async () => {
    const a = await join(runtime, QUEUE_A);
    await join(runtime, QUEUE_A);
    await callNext("1");
    const since = await head();
    await run(runtime, { type: "recall-ticket", ticketId: a });
    await run(runtime, { type: "retract-call", ticketId: a });
    await callNext("2");
    await run(runtime, { type: "start-service", ticketId: a });
    await run(runtime, { type: "complete-ticket", ticketId: a });
    const told = await toldOnReturn(`?epoch=${runtime.epoch}&since=${since}`);
    expect(
      told.map((frame) => [
        frame.type,
        (frame["ticket"] as { status: string; calls: number } | undefined)?.calls,
      ]),
    ).toEqual([
      ["ticket_called", 2],
      ["ticket_updated", 2],
      ["refresh", undefined],
      ["ticket_called", 3],
      ["ticket_updated", 3],
      ["ticket_updated", 3],
    ]);
    expect(told.at(-1)?.["seq"]).toBe(await head());
  });

  test("that missed nothing gets nothing, and no refresh", async () => {
    await join(runtime, QUEUE_A);
    expect(await toldOnReturn(`?epoch=${runtime.epoch}&since=${await head()}`)).toEqual([]);
  });

  test("with a since that only another node has heard of is told nothing again", async () => {
    const unheard: (() => void)[] = [];
    let isDeaf = false;
    const lagging: InMemoryRuntime = {
      ...runtime,
      follow: (shopId, listener) =>
        runtime.follow(shopId, (change) => {
          if (isDeaf) unheard.push(() => listener(change));
          else listener(change);
        }),
      freshSnapshot(shopId) {
        for (const hear of unheard.splice(0)) hear();
        return runtime.freshSnapshot(shopId);
      },
    };
    await using server = await openSocketServer({ runtime: lagging });
    await using stayed = await connect(`${server.url}${path}`);
    await stayed.settled();
    isDeaf = true;
    await join(runtime, QUEUE_A);
    await callNext("1");
    await using moved = await connect(`${server.url}${path}?epoch=${runtime.epoch}&since=${await head()}`);
    await moved.settled();
    expect(withoutConnection(moved.frames)).toEqual([]);
  });

  test.each([
    ["a foreign epoch", "?epoch=elsewhere&since=3"],
    ["a since above the head", "?epoch=EPOCH&since=999"],
    ["an epoch alone", "?epoch=EPOCH"],
    ["a since alone", "?since=3"],
    ["a since that is no number", "?epoch=EPOCH&since=-1"],
    ["a log that does not reach back that far", "?epoch=EPOCH&since=0"],
  ])("with %s gets one refresh", async (_, query) => {
    await join(runtime, QUEUE_A);
    await callNext("1");
    const told = await toldOnReturn(query.replace("EPOCH", runtime.epoch));
    expect(told).toEqual([
      expect.objectContaining({ type: "refresh", seq: await head(), epoch: runtime.epoch }),
    ]);
  });

  test("200 boards that return at once cost one reading of the log", async () => {
    const since = await head();
    for (let n = 0; n < 20; n += 1) await join(runtime, QUEUE_A);
    for (let n = 0; n < 20; n += 1) await callNext(String(n));
    await using server = await openSocketServer({ runtime });
    const url = `${server.url}${path}?epoch=${runtime.epoch}&since=${since}`;
    const clients = await Promise.all(Array.from({ length: 200 }, () => connect(url)));
    for (const client of clients) {
      await client.settled();
      expect(withoutConnection(client.frames)).toHaveLength(20);
    }
    expect(runtime.logReads).toBeLessThanOrEqual(2);
    await Promise.all(clients.map((client) => client[Symbol.asyncDispose]()));
  });

  test("at any point of any day gets exactly what a board that stayed got after it", async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(
        arbitrarySteps(150),
        fc.array(fc.nat(120), { minLength: 3, maxLength: 6 }),
        async (steps, cuts) => {
          runtime = createInMemoryRuntime(testShops(), () => (now += 1_000));
          const start = await head();
          for (let n = 0; n < 8; n += 1) await join(runtime, n % 2 === 0 ? QUEUE_A : QUEUE_B);
          await using server = await openSocketServer({ runtime });
          await using stayed = await connect(`${server.url}${path}?epoch=${runtime.epoch}&since=${start}`);
          await playDay(steps);
          await stayed.settled();
          const all = withoutConnection(stayed.frames);
          told += all.length;
          for (const cut of cuts) {
            const since = Math.min(start + cut, await head());
            const missed = all.filter((_, index) => placeOf(all, index) > since);
            expect(await toldOnReturn(`?epoch=${runtime.epoch}&since=${since}`)).toEqual(missed);
          }
        },
      ),
      { numRuns: 25 },
    );
    // A property that met nothing proves nothing.
    expect(told).toBeGreaterThan(100);
  });
});

/** The seq of the event that a frame tells: its own, or that of the next frame that has one. */
const placeOf = (frames: readonly Frame[], index: number): number => {
  const seq = frames.slice(index).find((frame) => "seq" in frame)?.["seq"];
  return typeof seq === "number" ? seq : -1;
};

/** Steps made for the core's own test shop, with its queues named as here; refusals are part of a day. */
const playDay = async (steps: readonly ArbitraryStep[]): Promise<void> => {
  const ids = new Map([
    ["queue-a", QUEUE_A],
    ["queue-b", QUEUE_B],
  ]);
  for (const step of steps) {
    const state = (await runtime.snapshot(1))?.state;
    if (state === undefined) throw new Error("The shop is there.");
    const { command } = step(state, state.tickets);
    // A board whose settings changed is told so by a refresh, and what it showed before is not in the log.
    if (command.type.startsWith("configure") || command.type === "start-service-day") continue;
    const named =
      "queueId" in command ? { ...command, queueId: ids.get(command.queueId) ?? command.queueId } : command;
    await runtime.submit({ shopId: 1, by: { kind: "staff", id: 7 }, command: named });
  }
};
