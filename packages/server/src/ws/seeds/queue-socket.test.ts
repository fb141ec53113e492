import { queueSocketDown, queuePageUpdate } from "@callnext/protocol";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { firstDocumentPage } from "../testing/first-document-client.ts";
import {
  AGENT,
  join,
  openSocketServer,
  OTHER_AGENT,
  run,
  type SocketServer,
} from "../testing/socket-server.ts";
import { connect } from "../testing/test-client.ts";
import { QUEUE_A, QUEUE_B, QUEUE_OTHER } from "../testing/test-shops.ts";

let server: SocketServer;
beforeEach(async () => {
  server = await openSocketServer();
});
afterEach(() => server[Symbol.asyncDispose]());

const staff = { headers: { authorization: `Bearer ${AGENT}` } };

describe("/ws/queue/{shop_id}/ for a client of the first document", () => {
  test("tells the whole queue on connecting, and each new visitor by new_entry and then queue_update", async () => {
    const { runtime, url } = server;
    await join(runtime, QUEUE_A, "John Doe");
    await using client = await connect(`${url}/ws/queue/1/`);
    const first = await client.next();
    expect(first).toMatchObject({
      type: "queue_update",
      queue_items: [{ full_name: "John D.", position_in_queue: 1, status: "CHECKED_IN", shop_id: 1 }],
      epoch: runtime.epoch,
    });
    await join(runtime, QUEUE_A, "Jane Smith");
    const entry = await client.next();
    expect(entry).toMatchObject({
      type: "new_entry",
      queue_item: { full_name: "Jane S.", position_in_queue: 2 },
    });
    // Of two frames for one event only the last has the seq.
    expect(entry).not.toHaveProperty("seq");
    const update = await client.next();
    expect(update.type).toBe("queue_update");
    expect(update["seq"]).toBe((await runtime.snapshot(1))?.state.seq);
    expect(firstDocumentPage(client.frames).map(({ position_in_queue }) => position_in_queue)).toEqual([
      1, 2,
    ]);
    for (const frame of client.frames) queueSocketDown.parse(frame);
  });

  test("every change of state by any command reaches it", async () => {
    const { runtime, url } = server;
    const a = await join(runtime, QUEUE_A);
    const b = await join(runtime, QUEUE_A);
    await using client = await connect(`${url}/ws/queue/1/`);
    await client.next();
    const statuses = async (): Promise<readonly string[]> => {
      const { state } = (await runtime.snapshot(1)) ?? { state: { seq: -1 } };
      for (;;) {
        const frame = await client.next("queue_update");
        if (frame["seq"] !== state.seq) continue;
        return firstDocumentPage(client.frames).map((item) => `${item.position_in_queue} ${item.status}`);
      }
    };
    await run(runtime, { type: "place-ticket", queueId: QUEUE_A, ticketId: b, place: 1, seenSeq: null });
    expect(await statuses()).toEqual(["1 CHECKED_IN", "2 CHECKED_IN"]);
    await run(runtime, { type: "call-next", queueId: QUEUE_A, counter: "1" });
    expect(await statuses()).toEqual(["1 ARRIVED", "2 CHECKED_IN"]);
    await run(runtime, { type: "start-service", ticketId: b });
    expect(await statuses()).toEqual(["1 IN_SERVICE", "2 CHECKED_IN"]);
    await run(runtime, { type: "transfer-ticket", ticketId: a, queueId: QUEUE_B });
    expect(await statuses()).toEqual(["1 IN_SERVICE", "1 CHECKED_IN"]);
    await run(runtime, { type: "cancel-ticket", ticketId: a });
    expect(await statuses()).toEqual(["1 IN_SERVICE"]);
    await run(runtime, { type: "complete-ticket", ticketId: b });
    expect(await statuses()).toEqual([]);
  });

  test("a burst costs at most 20 lists a second, and the last list is right", async () => {
    const { runtime, url } = server;
    await using client = await connect(`${url}/ws/queue/1/`);
    await client.next();
    const began = Date.now();
    for (let n = 0; n < 200; n += 1) await join(runtime, QUEUE_A);
    const head = (await runtime.snapshot(1))?.state.seq;
    while ((await client.next("queue_update"))["seq"] !== head);
    const updates = client.frames.filter(({ type }) => type === "queue_update").length - 1;
    expect(updates).toBeLessThanOrEqual(Math.ceil((Date.now() - began) / 50) + 1);
    expect(firstDocumentPage(client.frames)).toHaveLength(200);
    expect(client.frames.filter(({ type }) => type === "new_entry")).toHaveLength(200);
  });

  test("a staff session of the shop's tenant sees names and phones, one of another tenant does not", async () => {
    const { runtime, url } = server;
    await join(runtime, QUEUE_A, "Jane Smith");
    await using own = await connect(`${url}/ws/queue/1/`, staff);
    expect(await own.next()).toMatchObject({
      queue_items: [{ full_name: "Jane Smith", phone_number: "+221770000000" }],
    });
    await using foreign = await connect(`${url}/ws/queue/1/`, {
      headers: { authorization: `Bearer ${OTHER_AGENT}` },
    });
    expect(await foreign.next()).toMatchObject({
      queue_items: [{ full_name: "Jane S.", phone_number: null }],
    });
  });

  test("a shop with public names shows names to all, but no phones", async () => {
    await join(server.runtime, QUEUE_OTHER, "Jane Smith", 2);
    await using client = await connect(`${server.url}/ws/queue/2/`);
    expect(await client.next()).toMatchObject({
      queue_items: [{ full_name: "Jane Smith", phone_number: null }],
    });
  });

  test("an epoch and since are answered by the newest list", async () => {
    await using client = await connect(`${server.url}/ws/queue/1/?epoch=${server.runtime.epoch}&since=2`);
    expect(await client.next()).toMatchObject({ type: "queue_update", queue_items: [] });
  });

  test("answers a ping, names what it does not understand, and ends at the fifth", async () => {
    await using client = await connect(`${server.url}/ws/queue/1/`);
    client.send({ type: "ping" });
    await client.next("pong");
    client.send("no json");
    expect(await client.next()).toEqual({ type: "error", code: "bad-frame", message: expect.any(String) });
    for (let n = 0; n < 4; n += 1) client.send({ type: "hello" });
    expect(await client.ended()).toMatchObject({ code: 4400 });
  });
});

test("the path without the trailing slash sends queue_update only, with the page's fields beside", async () => {
  const { runtime, url } = server;
  await using client = await connect(`${url}/ws/queue/1`);
  await client.next();
  await join(runtime, QUEUE_A, "Jane Smith");
  const frame = queuePageUpdate.parse(await client.next());
  expect(frame).toMatchObject({
    appointments: [],
    completed_items: [],
    shop_id: 1,
    business_id: 1,
    shop_name: "Clinique Madeleine",
    queue: [{ name: "Jane S.", position: 1, calculated_position: 1, number_of_people: 1 }],
  });
  expect(client.frames.every(({ type }) => type === "queue_update")).toBe(true);
});

test.each(["/ws/appointments/1/", "/ws/appointments/1"])(
  "%s tells the appointments on connecting",
  async (path) => {
    await using client = await connect(`${server.url}${path}`);
    expect(await client.next()).toMatchObject({ type: "appointment_update", appointments: [] });
  },
);
