import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { AGENT, type Api, type Clinic, clinicOf, signIn } from "../testing/api.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";

let server: TestApp;
let api: Api;
let clinic: Clinic;
let counter = 100;
beforeAll(async () => {
  server = await startTestApp();
  api = await signIn(server, AGENT);
  clinic = await clinicOf(server);
});
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(() => {
  counter += 1;
});

const add = async (name?: string, queueId = clinic.queueId) =>
  (
    await api(
      "POST",
      `${clinic.tenant}/queues/${queueId}/tickets`,
      name === undefined ? undefined : { full_name: name },
    )
  ).body.ticket;
const act = (id: string, action: string, body?: unknown) =>
  api("POST", `${clinic.tenant}/tickets/${id}/${action}`, body);
const empty = async (queueId: string): Promise<void> => {
  const { body } = await api("GET", `${clinic.tenant}/shops/${clinic.shopId}/state`);
  for (const ticket of Object.values<{ id: string; queue_id: string; status: string }>(body.view.tickets))
    if (ticket.queue_id === queueId && ["waiting", "called"].includes(ticket.status))
      await act(ticket.id, "cancel");
};

describe("a ticket's life over HTTP", () => {
  test("issue, call next, recall, start, hold, resume, complete", async () => {
    await empty(clinic.queueId);
    const issued = await api("POST", `${clinic.tenant}/queues/${clinic.queueId}/tickets`, {
      full_name: "  Jane Smith ",
      phone: "+221 77 123-45-67",
      priority: "priority",
    });
    expect(issued.status).toBe(201);
    expect(issued.body.ticket).toMatchObject({
      full_name: "Jane Smith",
      status: "waiting",
      position: 1,
      ahead: 0,
      priority: 1,
      calls: 0,
    });
    expect(issued.body.ticket.number).toMatch(/^A\d{3}$/);
    const { id } = issued.body.ticket;

    const called = await api("POST", `${clinic.tenant}/queues/${clinic.queueId}/call-next`, { counter });
    expect(called.body.ticket).toMatchObject({
      id,
      status: "called",
      counter: String(counter),
      agent_name: "Dr. Awa Diop",
      calls: 1,
      position: null,
    });
    expect(called.body.seq).toBeGreaterThan(issued.body.seq);
    expect(called.body.epoch).toBe(issued.body.epoch);
    expect((await act(id, "recall")).body.ticket.calls).toBe(2);
    expect((await act(id, "start")).body.ticket.status).toBe("serving");
    expect((await act(id, "hold")).body.ticket.status).toBe("on_hold");
    expect((await act(id, "resume", { counter: String(counter) })).body.ticket.status).toBe("serving");
    expect((await act(id, "complete")).body.ticket).toMatchObject({ status: "completed", outcome: "served" });
  });

  test("call a chosen one, retract, no-show, return, cancel", async () => {
    const { id } = await add("Chosen");
    expect((await act(id, "call", { counter })).body.ticket).toMatchObject({
      status: "called",
      counter: String(counter),
    });
    expect((await act(id, "retract")).body.ticket).toMatchObject({ status: "waiting" });
    await act(id, "call", { counter });
    expect((await act(id, "no-show")).body.ticket).toMatchObject({ status: "no_show", outcome: "no_show" });
    expect((await act(id, "return")).body.ticket.status).toBe("waiting");
    expect((await act(id, "cancel")).body.ticket).toMatchObject({ status: "cancelled", outcome: "removed" });
  });

  test("a transfer keeps the number", async () => {
    const ticket = await add("Moving");
    const moved = await act(ticket.id, "transfer", { queue_id: clinic.otherQueueId });
    expect(moved.body.ticket).toMatchObject({
      number: ticket.number,
      queue_id: clinic.otherQueueId,
      queue_name: "Pharmacie",
    });
    expect((await act(ticket.id, "transfer", { queue_id: clinic.otherQueueId })).body.code).toBe(
      "same-queue",
    );
  });

  test("the order by hand, and its refusal with the present order where it changed meanwhile", async () => {
    await empty(clinic.otherQueueId);
    const tickets = [];
    for (const name of ["One", "Two", "Three"]) tickets.push(await add(name, clinic.otherQueueId));
    const [one, , three] = tickets;
    const { body: before } = await api("GET", `${clinic.tenant}/shops/${clinic.shopId}/state`);
    const url = `${clinic.tenant}/queues/${clinic.otherQueueId}/order`;
    const placed = await api("PUT", url, { ticket_id: three.id, position: 1, seq: before.seq });
    expect(placed.body.ticket.position).toBe(1);
    const late = await api("PUT", url, { ticket_id: one.id, position: 3, seq: before.seq });
    expect([late.status, late.body.code]).toEqual([409, "order-changed"]);
    expect(late.body.order[0]).toBe(three.id);
    expect((await api("PUT", url, { ticket_id: one.id, position: 99 })).body.ticket.position).toBe(3);
  });

  test("a queue is paused, closed and opened", async () => {
    const at = (step: string) => api("POST", `${clinic.tenant}/queues/${clinic.otherQueueId}/${step}`);
    expect((await at("pause")).body.queue.status).toBe("paused");
    expect((await api("POST", `${clinic.tenant}/queues/${clinic.otherQueueId}/tickets`)).body.code).toBe(
      "queue-paused",
    );
    expect((await at("close")).body.queue.status).toBe("closed");
    expect((await at("open")).body.queue.status).toBe("open");
  });

  test("a display is refreshed", async () => {
    const answer = await api("POST", `${clinic.tenant}/displays/${clinic.displayId}/refresh`);
    expect(answer.body.display).toMatchObject({
      id: clinic.displayId,
      name: "Écran Principal",
      active: true,
    });
  });

  test("the state holds every open ticket with names and comes with its seq", async () => {
    const ticket = await add("Visible");
    const { body } = await api("GET", `${clinic.tenant}/shops/${clinic.shopId}/state`);
    expect(body.view.tickets[ticket.id]).toMatchObject({ full_name: "Visible", number: ticket.number });
    expect(body.seq).toBeGreaterThan(0);
  });
});

describe("refusals", () => {
  test("a counter has one visitor at a time", async () => {
    const [first, second] = [await add("First"), await add("Second")];
    await act(first.id, "call", { counter });
    const refused = await act(second.id, "call", { counter });
    expect([refused.status, refused.body.code]).toEqual([409, "counter-busy"]);
    expect(refused.body).toMatchObject({ ticket_id: first.id, number: first.number });
  });

  test("nobody waits", async () => {
    await empty(clinic.queueId);
    const refused = await api("POST", `${clinic.tenant}/queues/${clinic.queueId}/call-next`, { counter });
    expect([refused.status, refused.body.code]).toEqual([409, "queue-empty"]);
  });

  test("a step that the state does not have", async () => {
    const { id } = await add("Waiting");
    for (const action of ["recall", "retract", "start", "complete", "no-show", "hold", "resume", "return"]) {
      const refused = await act(id, action);
      expect([action, refused.status, refused.body.code]).toEqual([action, 409, "wrong-state"]);
    }
  });
});

describe("P2 once", () => {
  test("the same key sent 20 times in parallel gives one ticket and one answer", async () => {
    const key = randomUUID();
    const url = `${clinic.tenant}/queues/${clinic.queueId}/tickets`;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => api("POST", url, { full_name: "Once" }, { key })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    await act(answers[0]?.body.ticket.id, "call", { counter });
    const later = await api("POST", url, { full_name: "Once" }, { key });
    expect(later.body).toEqual(answers[0]?.body);
    const other = await api("POST", url, { full_name: "Twice" }, { key });
    expect([other.status, other.body.code]).toEqual([422, "idempotency-mismatch"]);
  });

  test("a refusal is kept as well", async () => {
    await empty(clinic.queueId);
    const key = randomUUID();
    const next = () =>
      api("POST", `${clinic.tenant}/queues/${clinic.queueId}/call-next`, { counter }, { key });
    expect((await next()).body.code).toBe("queue-empty");
    await add("Came later");
    expect((await next()).body.code).toBe("queue-empty");
  });

  test.each(["", " ", "a b", "é", "x".repeat(201)])("the key %j is refused or absent", async (key) => {
    const url = `${clinic.tenant}/queues/${clinic.queueId}/tickets`;
    const header = encodeURI(key) === key ? key : "a b";
    const answer = await api("POST", url, {}, { headers: { "idempotency-key": header } });
    expect(answer.body.code).toBe("bad-idempotency-key");
  });

  test("keys of two people do not meet", async () => {
    const key = randomUUID();
    const colleague = await signIn(server, "moussa.ndiaye@clinique-madeleine.example");
    const url = `${clinic.tenant}/queues/${clinic.queueId}/tickets`;
    const [mine, theirs] = [await api("POST", url, {}, { key }), await colleague("POST", url, {}, { key })];
    expect(mine.body.ticket.id).not.toBe(theirs.body.ticket.id);
  });
});

test("P4 one agent: 50 parallel call-next on a queue of 50 call each ticket once", async () => {
  await empty(clinic.queueId);
  await Promise.all(Array.from({ length: 50 }, (_, index) => add(`Visitor ${index}`)));
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      api("POST", `${clinic.tenant}/queues/${clinic.queueId}/call-next`, { counter: `P${index}` }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 200));
  expect(new Set(answers.map(({ body }) => body.ticket.id)).size).toBe(50);
});

test("a key's answer lost the visitor's name once the ticket had ended", async () => {
  const path = `${clinic.tenant}/queues/${clinic.otherQueueId}/tickets`;
  const key = randomUUID();
  const first = await api("POST", path, { full_name: "Marie Curie" }, { key });
  const ended = await act(first.body.ticket.id, "cancel");
  expect(ended.body.ticket).toMatchObject({ status: "cancelled", full_name: "Marie Curie" });
  expect((await api("POST", path, { full_name: "Marie Curie" }, { key })).body).toEqual(first.body);
});
