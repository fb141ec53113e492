import { randomUUID } from "node:crypto";
import { applyDelta, appointmentsView, type View } from "@callnext/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { book, openBooking, PROVIDER } from "../testing/booked-shop.ts";
import {
  AGENT,
  join,
  openSocketServer,
  OTHER_AGENT,
  run,
  type SocketServer,
} from "../testing/socket-server.ts";
import { connect, type TestClient } from "../testing/test-client.ts";
import { QUEUE_A } from "../testing/test-shops.ts";

const HOUR = 3_600_000;
const TOPIC = "shop:1:appointments";

let server: SocketServer;
let soon: number;
beforeEach(async () => {
  server = await openSocketServer();
  await openBooking(server.runtime);
  soon = Date.now() + HOUR / 2;
});
afterEach(() => server[Symbol.asyncDispose]());

const follow = async (as?: string): Promise<TestClient> => {
  const headers = as === undefined ? {} : { headers: { authorization: `Bearer ${as}` } };
  const client = await connect(`${server.url}/ws/v1`, { protocols: ["callnext.v1"], ...headers });
  await client.next();
  client.send({ type: "subscribe", topic: TOPIC });
  return client;
};

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test("the calendar's topic holds what the state says through a booked visit, by deltas of what changed only", async () => {
  const { runtime } = server;
  await using client = await follow(AGENT);
  let view = (await client.next("snapshot"))["view"] as View;
  expect(view).toMatchObject({
    calendar: { self: { shop_id: 1, more: false } },
    providers: { [PROVIDER]: { staff_id: 7, name: "Dr. Awa Diop", lanes: 4 } },
    appointments: {},
  });
  const told = async (): Promise<object> => {
    const snapshot = await runtime.snapshot(1);
    if (snapshot === undefined) throw new Error("Shop 1 is there.");
    let frame = await client.next("delta");
    for (; ; frame = await client.next("delta")) {
      const delta = frame as unknown as Parameters<typeof applyDelta>[1];
      view = applyDelta(view, delta);
      if (frame["to"] === snapshot.state.seq) break;
    }
    expect(view).toEqual(plain(appointmentsView(snapshot, { masked: false })));
    return frame["set"] as object;
  };
  await book(runtime, 5, soon);
  expect(await told()).toMatchObject({ appointments: { 5: { full_name: "Jane Smith", notes: "Short" } } });
  await book(runtime, 6, soon, { type: "hold-slot" });
  expect(await told()).toMatchObject({ appointments: { 6: { status: "held" } } });
  await run(runtime, { type: "release-slot", appointmentId: 6 });
  await told();
  const ticketId = randomUUID();
  await run(runtime, { type: "check-in-appointment", appointmentId: 5, ticketId });
  expect(await told()).toMatchObject({ appointments: { 5: { ticket_id: ticketId, ticket_number: "A001" } } });
  // Nothing of the queue is in it.
  await join(runtime, QUEUE_A);
  expect(await told()).toEqual({});
});

test("security: nobody and no other tenant's staff may follow it", async () => {
  for (const [as, code] of [
    [undefined, "unauthenticated"],
    [OTHER_AGENT, "not-found"],
  ] as const) {
    await using client = await follow(as);
    expect(await client.next()).toMatchObject({ type: "refused", topic: TOPIC, code });
  }
});
