import type { Command } from "@callnext/core";
import { displaySocketDown } from "@callnext/protocol";
import { testDisplay, testQueueConfig } from "@callnext/core/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { secondDocumentPage } from "../testing/second-document-client.ts";
import { join, openSocketServer, run, type SocketServer } from "../testing/socket-server.ts";
import { connect, type TestClient } from "../testing/test-client.ts";
import { DISPLAY, DISPLAY_B, QUEUE_A, QUEUE_B, SLUG } from "../testing/test-shops.ts";

let server: SocketServer;
beforeEach(async () => {
  server = await openSocketServer();
});
afterEach(() => server[Symbol.asyncDispose]());

const board = (id = DISPLAY): Promise<TestClient> =>
  connect(`${server.url}/ws/tenants/${SLUG}/displays/${id}/`);

const live = async (): Promise<TestClient> => {
  const client = await board();
  await client.next("refresh");
  return client;
};

const does = (command: Command) => run(server.runtime, command);

const callNext = (counter: string, queueId = QUEUE_A) => does({ type: "call-next", queueId, counter });

describe("/ws/tenants/{slug}/displays/{id}/ for a client of the second document", () => {
  test("says connection and then refresh, which tells where the stream stands", async () => {
    await using client = await board();
    expect(await client.next()).toEqual({
      type: "connection",
      status: "connected",
      timestamp: expect.any(String),
    });
    const { epoch } = server.runtime;
    expect(await client.next()).toEqual({ type: "refresh", timestamp: expect.any(String), seq: 6, epoch });
  });

  test("tells each call and each recall with every field of the document", async () => {
    const id = await join(server.runtime, QUEUE_A);
    await using client = await live();
    const { answer } = await callNext("3");
    const called = await client.next();
    expect(called).toEqual({
      type: "ticket_called",
      ticket: {
        id,
        number: "A001",
        queue_name: "Consultations",
        queue_id: QUEUE_A,
        status: "appele",
        called_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        agent_name: "Dr. Awa Diop",
        counter: 3,
        calls: 1,
      },
      timestamp: expect.any(String),
      seq: answer.seq,
      epoch: answer.epoch,
    });
    await does({ type: "recall-ticket", ticketId: id });
    expect(await client.next()).toMatchObject({ type: "ticket_called", ticket: { id, calls: 2 } });
    for (const frame of client.frames) displaySocketDown.parse(frame);
  });

  test("the document's own page shows each called ticket once, newest first, and chimes for a recall", async () => {
    const a = await join(server.runtime, QUEUE_A);
    const b = await join(server.runtime, QUEUE_A);
    await using client = await live();
    await callNext("1");
    await callNext("2");
    await does({ type: "recall-ticket", ticketId: a });
    await client.settled();
    const page = secondDocumentPage(client.frames);
    expect(page.tickets.map(({ id }) => id)).toEqual([b, a]);
    expect(page.chimes).toBe(3);
  });

  test("tells every other change of a called ticket by ticket_updated", async () => {
    const id = await join(server.runtime, QUEUE_A);
    await using client = await live();
    await callNext("1");
    await client.next("ticket_called");
    const steps: readonly [Command, string][] = [
      [{ type: "start-service", ticketId: id }, "en_service"],
      [{ type: "hold-ticket", ticketId: id }, "pause"],
      [{ type: "resume-ticket", ticketId: id, counter: null }, "en_service"],
      [{ type: "complete-ticket", ticketId: id }, "clos"],
    ];
    for (const [command, status] of steps) {
      const { answer } = await does(command);
      expect(await client.next()).toMatchObject({
        type: "ticket_updated",
        ticket: { id, status },
        seq: answer.seq,
      });
    }
  });

  test("tells a no-show, the return to the line and a transfer", async () => {
    const id = await join(server.runtime, QUEUE_A);
    await using client = await live();
    await callNext("1");
    await does({ type: "mark-no-show", ticketId: id });
    await does({ type: "return-ticket", ticketId: id });
    await does({ type: "transfer-ticket", ticketId: id, queueId: QUEUE_B });
    const told = (await client.settled()).map((frame) => [
      frame.type,
      (frame["ticket"] as { status: string }).status,
    ]);
    expect(told).toEqual([
      ["ticket_called", "appele"],
      ["ticket_updated", "no_show"],
      ["ticket_updated", "en_attente"],
      ["ticket_updated", "en_attente"],
    ]);
  });

  test("a retracted call is ticket_updated and then refresh, which alone has the seq", async () => {
    const id = await join(server.runtime, QUEUE_A);
    await using client = await live();
    await callNext("1");
    await client.next("ticket_called");
    const { answer } = await does({ type: "retract-call", ticketId: id });
    const updated = await client.next();
    expect(updated).toMatchObject({ type: "ticket_updated", ticket: { id, status: "en_attente", calls: 1 } });
    expect(updated).not.toHaveProperty("seq");
    expect(await client.next()).toMatchObject({ type: "refresh", seq: answer.seq });
  });

  test("says nothing of other queues, of tickets never called and of a counter that a call brings into being", async () => {
    await using client = await connect(`${server.url}/ws/tenants/${SLUG}/displays/${DISPLAY_B}`);
    await client.next("refresh");
    const waiting = await join(server.runtime, QUEUE_B);
    await join(server.runtime, QUEUE_A);
    await callNext("brand new");
    await does({ type: "cancel-ticket", ticketId: waiting });
    expect(await client.settled()).toEqual([]);
  });

  test("refresh comes on demand and when its settings or its queues change, not when another's do", async () => {
    await using client = await live();
    await does({ type: "refresh-display", displayId: DISPLAY });
    expect(await client.next()).toMatchObject({ type: "refresh" });
    await does({ type: "configure-display", display: testDisplay({ id: DISPLAY, queueIds: [QUEUE_A] }) });
    expect(await client.next()).toMatchObject({ type: "refresh" });
    await does({
      type: "configure-queue",
      queue: testQueueConfig({ id: QUEUE_A, name: "Consultation générale" }),
    });
    expect(await client.next()).toMatchObject({ type: "refresh" });
    await does({ type: "refresh-display", displayId: DISPLAY_B });
    await does({ type: "configure-display", display: testDisplay({ id: DISPLAY_B, queueIds: [QUEUE_A] }) });
    expect(await client.settled()).toEqual([]);
  });

  test("a display that is switched off while connected ends with 4403", async () => {
    await using client = await live();
    await does({
      type: "configure-display",
      display: testDisplay({ id: DISPLAY, queueIds: [QUEUE_A], active: false }),
    });
    expect(await client.ended()).toEqual({ code: 4403, reason: "display-inactive" });
  });

  test("carries no visitor's name or phone", async () => {
    const id = await join(server.runtime, QUEUE_A, "Jane Smith");
    await using client = await live();
    await callNext("1");
    await does({ type: "retract-call", ticketId: id });
    await client.settled();
    expect(JSON.stringify(client.frames)).not.toMatch(/Jane|Smith|77000/);
  });
});
