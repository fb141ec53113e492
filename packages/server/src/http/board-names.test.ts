import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ADMIN, AGENT, type Api, apiOf, type Clinic, clinicOf, MANAGER, signIn } from "../testing/api.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";
import { connect } from "../ws/testing/test-client.ts";

let test: TestApp;
let admin: Api;
let agent: Api;
let manager: Api;
let clinic: Clinic;
let counter = 0;

beforeAll(async () => {
  test = await startTestApp();
  [admin, agent, manager] = await Promise.all([
    signIn(test, ADMIN),
    signIn(test, AGENT),
    signIn(test, MANAGER),
  ]);
  clinic = await clinicOf(test);
});
afterAll(() => test[Symbol.asyncDispose]());

const socket = (path: string) => `${test.app.address.replace("http", "ws")}${path}`;

/** Everything that any board of the shop is told, by every way there is, around one call. */
async function toldToBoards(): Promise<{ readonly text: string; readonly ticketId: string }> {
  const { displayId, tenant, queueId } = clinic;
  await using documents = await connect(socket(`/ws/tenants/clinique-madeleine/displays/${displayId}/`));
  await documents.next("refresh");
  await using native = await connect(socket("/ws/v1"));
  native.send({ type: "subscribe", topic: `display:${displayId}` });
  await native.next("snapshot");
  const given = await agent("POST", `${tenant}/queues/${queueId}/tickets`, {
    full_name: "Canary Yellowbird",
    phone: "+221770001234",
  });
  counter += 1;
  const ticketId: string = given.body.ticket.id;
  const called = await agent("POST", `${tenant}/tickets/${ticketId}/call`, { counter: `C${counter}` });
  expect(called.status).toBe(200);
  await documents.next("ticket_called");
  await native.next("delta");
  const rest = await apiOf(test)("GET", `/public${tenant}/displays/${displayId}/tickets/`);
  const topic = await apiOf(test)("GET", `/topics/display:${displayId}`);
  expect([rest.status, topic.status]).toEqual([200, 200]);
  const all = [documents.frames, native.frames, rest.body, topic.body];
  for (const part of all) expect(JSON.stringify(part)).toContain(given.body.ticket.number);
  return { text: JSON.stringify(all), ticketId };
}

const show = async (visitor_names: string): Promise<void> => {
  const answer = await manager("PATCH", `${clinic.tenant}/displays/${clinic.displayId}`, { visitor_names });
  expect(answer).toMatchObject({ status: 200, body: { display: { visitor_names } } });
};

describe("security: visitors' names on boards", () => {
  it("security: no board is told any name unless somebody chose so", async () => {
    const { text } = await toldToBoards();
    expect(text).not.toMatch(/canary|yellowbird|77000/i);
  });

  it("security: masked shows the first name and an initial, full the name, neither a phone number", async () => {
    await show("masked");
    const masked = await toldToBoards();
    expect(masked.text).toContain("Canary Y.");
    expect(masked.text).not.toMatch(/yellowbird|77000/i);
    await show("full");
    const full = await toldToBoards();
    expect(full.text).toContain("Canary Yellowbird");
    expect(full.text).not.toMatch(/77000/);
  });

  it("security: somebody erased leaves the boards at once", async () => {
    await show("full");
    const { ticketId } = await toldToBoards();
    await using native = await connect(socket("/ws/v1"));
    native.send({ type: "subscribe", topic: `display:${clinic.displayId}` });
    expect(JSON.stringify(await native.next("snapshot"))).toContain("Canary Yellowbird");
    await using documents = await connect(
      socket(`/ws/tenants/clinique-madeleine/displays/${clinic.displayId}/`),
    );
    await documents.next("refresh");
    const answer = await admin("POST", `${clinic.tenant}/people/erasure`, { ticket_ids: [ticketId] });
    expect(answer).toMatchObject({ status: 200, body: { erased: 1 } });
    const delta = await native.next("delta");
    const shown = (delta["set"] as { tickets: Record<string, object> }).tickets[ticketId];
    expect(shown).toMatchObject({ id: ticketId });
    expect(shown).not.toHaveProperty("visitor_name");
    await documents.next("refresh");
    const rest = await apiOf(test)("GET", `/public${clinic.tenant}/displays/${clinic.displayId}/tickets/`);
    const ticket = rest.body.tickets.find(({ id }: { id: string }) => id === ticketId);
    expect(ticket).not.toHaveProperty("visitor_name");
  });
});
