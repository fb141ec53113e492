import { type DownFrame, type SeenCall, upFrame } from "@callnext/protocol";
import { expect, test } from "vitest";
import { createCallnext } from "../create-callnext.ts";
import { FakeEnvironment } from "../testing/fake-environment.ts";

const TOPIC = "display:dddddddd-0000-4000-8000-000000000001";
const HELLO: DownFrame = { type: "hello", time: "2026-11-22T09:00:00.000Z", version: "1.1" };
const beat = (seq: number): DownFrame => ({
  type: "heartbeat",
  time: "2026-11-22T09:00:00.000Z",
  seqs: { [TOPIC]: { epoch: "e", seq } },
});

const call = (n: number, announced_at: string | null = null): SeenCall => ({
  ticket_id: `aaaaaaaa-0000-4000-8000-${String(n).padStart(12, "0")}`,
  calls: 1,
  drawn_at: "2026-11-22T09:00:00.000Z",
  announced_at,
});

const start = async (hello = HELLO) => {
  const environment = new FakeEnvironment();
  const client = createCallnext({ environment, board: "hall" });
  client.topic(TOPIC).subscribe(() => undefined);
  await environment.settle();
  environment.socket.open();
  environment.socket.say(hello);
  environment.socket.say({ type: "snapshot", topic: TOPIC, epoch: "e", to: 3, view: {} });
  const seen = () => environment.socket.sent.filter(({ type }) => type === "seen");
  return { environment, client, seen };
};

test("a board names itself where it follows its display, and nowhere else", async () => {
  const { environment, client } = await start();
  client.topic("shop:1:public").subscribe(() => undefined);
  expect(environment.socket.sent).toEqual([
    { type: "subscribe", topic: TOPIC, board: "hall" },
    { type: "subscribe", topic: "shop:1:public" },
  ]);
});

test("a call is told at once, and a sign of life with what is drawn follows each heartbeat", async () => {
  const { environment, client, seen } = await start();
  environment.socket.say(beat(3));
  expect(seen()).toEqual([]);
  client.seen(TOPIC, { sound: "blocked", calls: [call(1)] });
  environment.socket.say(beat(3));
  const told = { type: "seen", topic: TOPIC, sound: "blocked", have: { epoch: "e", seq: 3 } };
  expect(seen()).toEqual([
    { ...told, calls: [call(1)] },
    { ...told, calls: [] },
  ]);
  for (const frame of seen()) expect(upFrame.parse(frame)).toEqual(frame);
});

test("what was told while there was no socket, or lost with it, is told on the next one: the newest 32 calls", async () => {
  const { environment, client, seen } = await start();
  client.seen(TOPIC, { sound: "on", calls: [call(1)] });
  environment.socket.end();
  for (let n = 2; n <= 40; n += 1) client.seen(TOPIC, { sound: "on", calls: [call(n)] });
  client.seen(TOPIC, { sound: "on", calls: [call(40, "2026-11-22T09:00:01.000Z")] });
  await environment.advance(1_000);
  environment.socket.open();
  environment.socket.say(HELLO);
  const [frame, ...more] = seen();
  expect(more).toEqual([]);
  const calls = Array.from({ length: 31 }, (_, n) => call(n + 9));
  expect(frame).toMatchObject({ calls: [...calls, call(40, "2026-11-22T09:00:01.000Z")] });
});

test("a server that does not know reports, and a topic that nobody follows, get none", async () => {
  const older = await start({ type: "hello", time: "2026-11-22T09:00:00.000Z" });
  older.client.seen(TOPIC, { sound: "on", calls: [call(1)] });
  older.environment.socket.say(beat(3));
  expect(older.seen()).toEqual([]);
  const newer = await start();
  newer.client.seen("display:dddddddd-0000-4000-8000-000000000002", { sound: "on", calls: [] });
  expect(newer.seen()).toEqual([]);
});
