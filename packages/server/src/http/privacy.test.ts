import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ADMIN,
  AGENT,
  type Api,
  apiOf,
  type Clinic,
  clinicOf,
  MANAGER,
  OWNER,
  signIn,
} from "../testing/api.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";
import { connect } from "../ws/testing/test-client.ts";

const secret = "of the test, and long enough to be one";
let test: TestApp;
let admin: Api;
let agent: Api;
let clinic: Clinic;

beforeAll(async () => {
  test = await startTestApp({ config: { secret } });
  [admin, agent] = await Promise.all([signIn(test, ADMIN), signIn(test, AGENT)]);
  clinic = await clinicOf(test);
});
afterAll(() => test[Symbol.asyncDispose]());

const join = async (phone: string, email: string | null = null) => {
  const path = `/public${clinic.tenant}/queues/${clinic.queueId}/signup/`;
  const answer = await apiOf(test)("POST", path, { full_name: "Jane Smith", phone, email });
  expect(answer.status).toBe(201);
  const key = /#(?:k=)?(.+)$/.exec(answer.body.ticket_url)?.[1] ?? "";
  return { id: answer.body.ticket_id as string, number: answer.body.ticket_number as string, key };
};
const search = (by: object, api: Api = admin) => api("POST", `${clinic.tenant}/people/search`, by);
const erase = (ids: readonly string[], api: Api = admin) =>
  api("POST", `${clinic.tenant}/people/erasure`, { ticket_ids: ids });

describe("privacy", () => {
  it("security: how long data is kept is the organisation's to set, within limits, and noted", async () => {
    const path = `${clinic.tenant}/privacy`;
    expect((await admin("GET", path)).body).toMatchObject({ retention_days: 30, audit_days: 400 });
    const changed = await admin("PATCH", path, { retention_days: 7, audit_days: 90 });
    expect(changed).toMatchObject({ status: 200, body: { retention_days: 7, audit_days: 90 } });
    for (const bad of [
      { retention_days: 0 },
      { retention_days: 3651 },
      { audit_days: 89 },
      { retention_days: 1.5 },
    ])
      expect((await admin("PATCH", path, bad)).status).toBe(400);
    const log = await admin("GET", `${clinic.tenant}/audit?action=privacy-changed`);
    expect(log.body.entries).toMatchObject([{ detail: { retention_days: 7, audit_days: 90 } }]);
  });

  it("security: people are found by exactly their phone, address or ticket number", async () => {
    const one = await join("+221 77 123 45 67", "Jane@Example.org");
    await join("+221771234568");
    const [found] = (await search({ phone: "+221-77-123-45-67" })).body.tickets;
    expect(found).toMatchObject({
      ticket_id: one.id,
      person: { full_name: "Jane Smith", email: "jane@example.org" },
    });
    expect((await search({ email: "jane@example.org" })).body.tickets).toHaveLength(1);
    const numbers = (await search({ ticket_number: one.number.toLowerCase() })).body.tickets;
    expect(numbers.map(({ ticket_id }: { ticket_id: string }) => ticket_id)).toEqual([one.id]);
    expect((await search({ phone: "77123456" })).body.tickets).toEqual([]);
    for (const bad of [
      {},
      { phone: "%" },
      { phone: "+221771234567", email: "a@b.example" },
      { ticket_number: "A%" },
    ])
      expect((await search(bad)).status).toBe(400);
  });

  it("security: an export holds all that is held, and both it and the search are noted without the person", async () => {
    const { id } = await join("+221771110001");
    await agent("POST", `${clinic.tenant}/tickets/${id}/call`, { counter: "E1" });
    const answer = await admin("POST", `${clinic.tenant}/people/export`, { ticket_ids: [id] });
    expect(answer.body.tickets).toMatchObject([
      {
        ticket_id: id,
        person: { full_name: "Jane Smith", phone: "+221771110001" },
        ticket: { id, status: "called" },
        events: [
          { type: "ticket-issued", by: "visitor" },
          { type: "ticket-called", by: expect.stringMatching(/^staff:\d+$/) },
        ],
      },
    ]);
    const { body } = await admin("GET", `${clinic.tenant}/audit?source=audit`);
    const [exported, searched] = [
      body.entries[0],
      body.entries.find(({ action }: { action: string }) => action === "person-searched"),
    ];
    expect(exported).toMatchObject({ action: "person-exported", detail: { tickets: id } });
    expect(searched.detail).toEqual({ by: expect.any(String), matches: expect.any(Number) });
    expect(JSON.stringify(body)).not.toMatch(/Jane|77111/);
  });

  it("security: somebody erased is gone from every node and screen at once; the ticket keeps its place", async () => {
    await using elsewhere = await startTestApp({ config: { secret, databaseUrl: test.connectionString } });
    const { id, number } = await join("+221771110002");
    const url = `${elsewhere.app.address.replace("http", "ws")}/ws/v1`;
    await using desk = await connect(url, { headers: { authorization: `Bearer ${agent.token}` } });
    desk.send({ type: "subscribe", topic: `shop:${clinic.shopId}:staff` });
    expect(JSON.stringify(await desk.next("snapshot"))).toContain("+221771110002");
    expect((await erase([id])).body).toEqual({ erased: 1 });
    const delta = await desk.next("delta");
    const ticket = (delta["set"] as { tickets: Record<string, object> }).tickets[id];
    expect(ticket).toMatchObject({ number, status: "waiting", full_name: null, phone: null });
    const held = (await search({ ticket_number: number })).body.tickets;
    expect(held).toMatchObject([{ ticket_id: id, status: "waiting", person: null }]);
    expect((await erase([id])).body).toEqual({ erased: 0 });
  });

  it("security: a visitor has their own data erased with the ticket's key, and only with it", async () => {
    const { id, key } = await join("+221771110003");
    const path = `/public${clinic.tenant}/tickets/${id}/person`;
    const visitor = apiOf(test);
    expect((await visitor("DELETE", path)).status).toBe(403);
    expect((await visitor("DELETE", path, undefined, { headers: { "x-ticket-key": "wrong" } })).status).toBe(
      403,
    );
    expect((await search({ phone: "+221771110003" })).body.tickets).toHaveLength(1);
    const erased = await visitor("DELETE", path, undefined, { headers: { "x-ticket-key": key } });
    expect(erased).toMatchObject({ status: 200, body: { erased: 1 } });
    expect((await search({ phone: "+221771110003" })).body.tickets).toEqual([]);
  });

  it("security: who made an appointment is found, handed over and erased like any visitor, with the ticket it led to", async () => {
    const inShop = `${clinic.tenant}/shops/${clinic.shopId}`;
    const { providers } = (await agent("GET", `${inShop}/providers`)).body;
    const booked = await agent("POST", `${inShop}/appointments`, {
      service_id: providers[0].service_ids[0],
      provider_id: providers[0].id,
      appointment_time: new Date(Date.now() + 600_000).toISOString(),
      full_name: "Jane Smith",
      phone_number: "+221771110005",
      notes: "Quiet",
    });
    const { id } = booked.body.appointment;
    const checkedIn = await agent("POST", `${clinic.tenant}/appointments/${id}/check-in`);
    const ticketId = checkedIn.body.ticket.id;
    const found = (await search({ phone: "+221771110005" })).body;
    expect(found).toMatchObject({
      tickets: [{ ticket_id: ticketId }],
      appointments: [{ appointment_id: id, status: "checked_in", person: { notes: "Quiet" } }],
      more: false,
    });
    const path = `${clinic.tenant}/people`;
    const exported = await admin("POST", `${path}/export`, { appointment_ids: [id] });
    expect(exported.body).toMatchObject({
      tickets: [],
      appointments: [
        {
          person: { full_name: "Jane Smith", notes: "Quiet" },
          appointment: { id, ticketId },
          events: [{ type: "appointment-booked" }, { type: "appointment-checked-in" }],
        },
      ],
    });
    expect((await admin("POST", `${path}/erasure`, {})).status).toBe(400);
    expect((await admin("POST", `${path}/erasure`, { appointment_ids: [2_147_483_648] })).status).toBe(400);
    const erased = await admin("POST", `${path}/erasure`, { appointment_ids: [id] });
    expect(erased.body).toEqual({ erased: 2 });
    const left = (await search({ phone: "+221771110005" })).body;
    expect([left.tickets, left.appointments]).toEqual([[], []]);
    const { entries } = (await admin("GET", `${clinic.tenant}/audit?action=person-erased`)).body;
    expect(entries[0].detail).toEqual({ tickets: ticketId, appointments: String(id) });
    const shown = await agent("GET", `/topics/shop:${clinic.shopId}:appointments`);
    expect(shown.body.view.appointments[id]).toMatchObject({
      full_name: null,
      phone_number: null,
      notes: null,
    });
  });

  it("security: only administrators may, and only about their own organisation's visitors", async () => {
    const { id } = await join("+221771110004");
    const [manager, owner] = await Promise.all([signIn(test, MANAGER), signIn(test, OWNER)]);
    for (const api of [agent, manager]) {
      expect((await search({ phone: "+221771110004" }, api)).status).toBe(403);
      expect((await erase([id], api)).status).toBe(403);
      expect((await api("GET", `${clinic.tenant}/privacy`)).status).toBe(403);
    }
    const foreign = await owner("POST", "/tenants/salon-teranga/people/erasure", { ticket_ids: [id] });
    expect(foreign.body).toEqual({ erased: 0 });
    const found = await owner("POST", "/tenants/salon-teranga/people/search", { phone: "+221771110004" });
    expect(found.body.tickets).toEqual([]);
    const exported = await owner("POST", "/tenants/salon-teranga/people/export", { ticket_ids: [id] });
    expect(exported.body.tickets).toEqual([]);
    expect((await search({ phone: "+221771110004" })).body.tickets).toHaveLength(1);
  });
});
