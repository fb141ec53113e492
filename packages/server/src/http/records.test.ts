import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ADMIN, AGENT, type Api, apiOf, type Clinic, clinicOf, signIn } from "../testing/api.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";

const DAY_MS = 24 * 3600_000;

let server: TestApp;
let agent: Api;
let admin: Api;
let clinic: Clinic;
let queueId: string;
let later = 0;
beforeAll(async () => {
  server = await startTestApp({ now: () => Date.now() + later });
  agent = await signIn(server, AGENT);
  admin = await signIn(server, ADMIN);
  clinic = await clinicOf(server);
  const queue = await admin("POST", `${clinic.tenant}/shops/${clinic.shopId}/queues`, {
    name: "Records",
    prefix: "R",
    policy: { kind: "priority", headStartMinutes: [30, 60] },
  });
  queueId = queue.body.queue.id;
});
afterAll(() => server[Symbol.asyncDispose]());

const join = async (priority: string): Promise<string> =>
  (await agent("POST", `${clinic.tenant}/queues/${queueId}/tickets`, { priority })).body.ticket.id;
const ledger = async (id: string) => await agent("GET", `${clinic.tenant}/tickets/${id}/ledger`);
const serveNext = async (counter: string): Promise<void> => {
  const { body } = await agent("POST", `${clinic.tenant}/queues/${queueId}/call-next`, { counter });
  await agent("POST", `${clinic.tenant}/tickets/${body.ticket.id}/start`);
  later += 60_000;
  await agent("POST", `${clinic.tenant}/tickets/${body.ticket.id}/complete`);
};

describe("[L1] [L3] the ledger of a ticket", () => {
  test("explains an overtaking, to staff and to the visitor alike, and names nobody", async () => {
    const first = await join("ordinary");
    const second = await join("ordinary");
    await join("priority");
    const { body } = await ledger(second);
    expect(body.changes).toMatchObject([
      { kind: "entered", why: "joined", to: 2, queue_name: "Records" },
      { kind: "moved", from: 2, to: 3, parts: [{ cause: "precedence", change: 1, rule: "priority" }] },
    ]);
    const own = await apiOf(server)("GET", `/public${clinic.tenant}/tickets/${second}/ledger`);
    expect(own.body).toEqual(body);
    expect(JSON.stringify(body)).not.toContain(first);
  });

  test("goes on over midnight, from the state with which the day began", async () => {
    const waiting = await join("ordinary");
    const before = (await ledger(waiting)).body.changes;
    later += DAY_MS;
    // Nobody's session lasts so long unused.
    agent = await signIn(server, AGENT);
    admin = await signIn(server, ADMIN);
    const morning = await join("ordinary");
    expect((await ledger(morning)).body.changes).toMatchObject([{ kind: "entered", why: "joined" }]);
    await serveNext("7");
    const { body } = await ledger(waiting);
    expect(body.changes.slice(0, before.length)).toEqual(before);
    expect(body.changes.at(-1)).toMatchObject({ kind: "moved", parts: [{ cause: "call", change: -1 }] });
  });

  test("of a ticket that is not there, or not one's own, nothing is told", async () => {
    expect((await ledger(randomUUID())).body.code).toBe("ticket-not-found");
    const own = await join("ordinary");
    const foreign = await apiOf(server)("GET", `/public/tenants/salon-teranga/tickets/${own}/ledger`);
    expect(foreign.body.code).toBe("ticket-not-found");
  });
});

describe("[Y1] a past day under another rule", () => {
  test("is compared with the day as it was", async () => {
    const days = (await admin("GET", `${clinic.tenant}/shops/${clinic.shopId}/days`)).body.days;
    expect(days.length).toBeGreaterThan(1);
    const { status, body } = await admin("POST", `${clinic.tenant}/queues/${queueId}/what-if`, {
      day: days[0],
      policy: { kind: "fifo" },
      counters: 2,
    });
    expect(status).toBe(200);
    expect(body.really.all.called).toBe(1);
    expect(body.what_if.all.called).toBeGreaterThanOrEqual(1);
    expect(body.counters_really).toBeCloseTo(1);
  });

  test("a day of which nothing is kept, and a policy that is none, are refused by name", async () => {
    const ask = (body: unknown) => admin("POST", `${clinic.tenant}/queues/${queueId}/what-if`, body);
    expect((await ask({ day: "2020-01-01" })).body.code).toBe("day-not-kept");
    expect((await ask({ day: "yesterday" })).body.code).toBe("invalid-input");
    expect((await ask({ day: "2020-01-01", policy: { kind: "lottery" } })).body.code).toBe("invalid-input");
    const refused = await agent("POST", `${clinic.tenant}/queues/${queueId}/what-if`, { day: "2020-01-01" });
    expect(refused.body.code).toBe("forbidden");
  });
});
