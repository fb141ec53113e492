import { applyDelta, type View } from "@callnext/core";
import { testDisplay } from "@callnext/core/testing";
import type { BoardsView, SeenCall } from "@callnext/protocol";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ManualTimers, manualTimers } from "../../stream/testing/manual-timers.ts";
import {
  AGENT,
  join,
  openSocketServer,
  OTHER_AGENT,
  run,
  type SocketServer,
} from "../testing/socket-server.ts";
import { connect, type TestClient } from "../testing/test-client.ts";
import { DISPLAY, DISPLAY_B, QUEUE_A } from "../testing/test-shops.ts";

const BOARDS = "shop:1:boards";

let timers: ManualTimers;
let server: SocketServer;
beforeEach(async () => {
  timers = manualTimers();
  server = await openSocketServer({ timers });
});
afterEach(() => server[Symbol.asyncDispose]());

const board = async (name: string, displayId = DISPLAY): Promise<TestClient> => {
  const client = await connect(`${server.url}/ws/v1`);
  client.send({ type: "subscribe", topic: `display:${displayId}`, board: name });
  await client.next("snapshot");
  return client;
};

const reports = async (client: TestClient, seen: object, displayId = DISPLAY): Promise<void> => {
  client.send({ type: "seen", topic: `display:${displayId}`, sound: "on", calls: [], ...seen });
  await client.settled();
};

interface Desk extends AsyncDisposable {
  readonly client: TestClient;
  /** The view as it is after all that has happened by now. */
  view(): Promise<BoardsView>;
}

/** A console that follows the shop's boards. */
const openDesk = async (): Promise<Desk> => {
  const client = await connect(`${server.url}/ws/v1`, { headers: { authorization: `Bearer ${AGENT}` } });
  client.send({ type: "subscribe", topic: BOARDS });
  const first = await client.next("snapshot");
  let at = { epoch: first["epoch"], seq: first["to"] };
  let view = first["view"] as View;
  return {
    client,
    async view() {
      timers.advance(5);
      for (const frame of await client.settled()) {
        if (frame.type !== "delta") continue;
        expect([frame["epoch"], frame["from"]]).toEqual([at.epoch, at.seq]);
        at = { ...at, seq: frame["to"] };
        view = applyDelta(view, frame as never);
      }
      return view as unknown as BoardsView;
    },
    [Symbol.asyncDispose]: () => client[Symbol.asyncDispose](),
  };
};

const callOne = async (): Promise<string> => {
  const id = await join(server.runtime, QUEUE_A);
  await run(server.runtime, { type: "call-next", queueId: QUEUE_A, counter: "1" });
  await run(server.runtime, { type: "start-service", ticketId: id });
  return id;
};

const call = (ticketId: string, change: Partial<SeenCall> = {}): SeenCall => ({
  ticket_id: ticketId,
  calls: 1,
  drawn_at: "2026-11-22T08:00:01.000Z",
  announced_at: null,
  ...change,
});

test("a call counts the boards that have drawn and announced it, of those that should", async () => {
  await using desk = await openDesk();
  await using left = await board("left");
  await using right = await board("right");
  await using other = await board("pharmacy", DISPLAY_B);
  const id = await callOne();
  const key = `${id}/1`;
  expect((await desk.view()).calls[key]).toMatchObject({
    shown: 0,
    announced: 0,
    of: 2,
    first_drawn_at: null,
  });
  await reports(left, { calls: [call(id)] });
  expect((await desk.view()).calls[key]).toMatchObject({ shown: 1, announced: 0, of: 2 });
  await reports(right, { calls: [call(id, { drawn_at: "2026-11-22T08:00:00.500Z" })] });
  await reports(left, { calls: [call(id, { announced_at: "2026-11-22T08:00:02.000Z" })] });
  expect((await desk.view()).calls[key]).toEqual({
    ticket_id: id,
    calls: 1,
    shown: 2,
    announced: 1,
    of: 2,
    first_drawn_at: "2026-11-22T08:00:00.500Z",
    first_announced_at: "2026-11-22T08:00:02.000Z",
  });
  await run(server.runtime, { type: "complete-ticket", ticketId: id });
  await other.settled();
  expect((await desk.view()).calls[key]).toMatchObject({ shown: 2, of: 2 });
});

test("what was told is told once: reports may be repeated, also from a new connection", async () => {
  const id = await callOne();
  await using first = await board("left");
  await reports(first, { calls: [call(id, { announced_at: "2026-11-22T08:00:02.000Z" })] });
  await first[Symbol.asyncDispose]();
  await using again = await connect(`${server.url}/ws/v1`);
  // Before the topic is open.
  again.send({ type: "subscribe", topic: `display:${DISPLAY}`, board: "left" });
  await reports(again, { calls: [call(id)] });
  await using desk = await openDesk();
  expect((await desk.view()).calls[`${id}/1`]).toMatchObject({ shown: 1, announced: 1, of: 1 });
});

test("a board that says nothing for 8 s is silent, and stays listed until it returns", async () => {
  await using desk = await openDesk();
  const key = `${DISPLAY}/left`;
  const first = await board("left");
  await reports(first, { sound: "blocked" });
  expect((await desk.view()).boards[key]).toEqual({
    display_id: DISPLAY,
    board: "left",
    name: "Écran Principal",
    connected: true,
    silent: false,
    behind: false,
    sound: "blocked",
    last_seen: "2026-11-22T08:00:00.000Z",
  });
  timers.advance(8_000);
  expect((await desk.view()).boards[key]).toMatchObject({ connected: true, silent: false });
  timers.advance(1_000);
  expect((await desk.view()).boards[key]).toMatchObject({ connected: true, silent: true });
  await reports(first, {});
  expect((await desk.view()).boards[key]).toMatchObject({ connected: true, silent: false, sound: "on" });
  await first[Symbol.asyncDispose]();
  await expect.poll(async () => (await desk.view()).boards[key]?.connected).toBe(false);
  timers.advance(10_000);
  expect((await desk.view()).boards[key]).toMatchObject({ connected: false, silent: true });
  await using second = await board("left");
  expect((await desk.view()).boards[key]).toMatchObject({ connected: true, silent: false });
  await second.settled();
});

test("a silent board is forgotten when its display is switched off", async () => {
  await using gone = await board("left");
  await gone[Symbol.asyncDispose]();
  await expect.poll(() => server.sockets.stats().sockets).toBe(0);
  timers.advance(20_000);
  await using desk = await openDesk();
  expect((await desk.view()).boards[`${DISPLAY}/left`]?.silent).toBe(true);
  const display = testDisplay({ id: DISPLAY, queueIds: [QUEUE_A] });
  await run(server.runtime, { type: "configure-display", display: { ...display, active: false } });
  expect((await desk.view()).boards).toEqual({});
  await run(server.runtime, { type: "configure-display", display });
  expect((await desk.view()).boards).toEqual({});
});

test("a board that draws what was superseded 8 s ago is behind", async () => {
  await using desk = await openDesk();
  await using slow = await board("left");
  const key = `${DISPLAY}/left`;
  const { epoch } = server.runtime;
  await callOne();
  await reports(slow, { have: { epoch, seq: 6 } });
  timers.advance(4_000);
  await reports(slow, { have: { epoch, seq: 6 } });
  expect((await desk.view()).boards[key]?.behind).toBe(false);
  timers.advance(4_000);
  await reports(slow, { have: { epoch, seq: 6 } });
  expect((await desk.view()).boards[key]?.behind).toBe(true);
  const seq = (await server.runtime.snapshot(1))?.state.seq;
  await reports(slow, { have: { epoch, seq } });
  expect((await desk.view()).boards[key]?.behind).toBe(false);
});

test("what was never called cannot have been seen, and only whoever follows as a board is one", async () => {
  const waiting = await join(server.runtime, QUEUE_A);
  await using desk = await openDesk();
  await using stranger = await connect(`${server.url}/ws/v1`);
  stranger.send({ type: "subscribe", topic: `display:${DISPLAY}` });
  await reports(stranger, { calls: [call(waiting)] });
  expect(await desk.view()).toEqual({ boards: {}, calls: {} });
  await using liar = await board("liar");
  await reports(liar, { calls: [call(waiting), call("aaaaaaaa-0000-4000-8000-00000000abcd")] });
  expect((await desk.view()).calls).toEqual({});
  liar.send({ type: "seen", topic: `display:${DISPLAY}`, sound: "loud", calls: [] });
  expect(await liar.next("error")).toMatchObject({ code: "bad-frame" });
});

test("only staff of the shop's tenant see its boards", async () => {
  await using anyone = await connect(`${server.url}/ws/v1`);
  anyone.send({ type: "subscribe", topic: BOARDS });
  expect(await anyone.next("refused")).toMatchObject({ code: "unauthenticated" });
  await using foreign = await connect(`${server.url}/ws/v1`, {
    headers: { authorization: `Bearer ${OTHER_AGENT}` },
  });
  foreign.send({ type: "subscribe", topic: BOARDS });
  expect(await foreign.next("refused")).toMatchObject({ code: "not-found" });
});

test("a display keeps at most 100 boards, and lets the longest silent one go first", async () => {
  await using crowd = new AsyncDisposableStack();
  await using gone = await board("gone");
  await gone[Symbol.asyncDispose]();
  for (let n = 0; n < 101; n += 1) crowd.use(await board(`board-${n}`));
  await using desk = await openDesk();
  const names = Object.values((await desk.view()).boards).map((entry) => entry.board);
  expect(names).toHaveLength(100);
  expect(names).not.toContain("gone");
  expect(names).not.toContain("board-100");
});
