import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ADMIN, AGENT, type Api, type Clinic, clinicOf, signIn } from "../testing/api.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";
import { connect } from "../ws/testing/test-client.ts";

let server: TestApp;
let clinic: Clinic;
let admin: Api;
let annexe: number;
let agentId: number;
beforeAll(async () => {
  server = await startTestApp();
  clinic = await clinicOf(server);
  admin = await signIn(server, ADMIN);
  const made = await admin("POST", `${clinic.tenant}/shops`, { name: "Annexe", time_zone: "Africa/Dakar" });
  annexe = made.body.shop.id;
  const agent = await signIn(server, AGENT);
  agentId = (await agent("GET", "/auth/me")).body.user.staff_id;
});
afterAll(() => server[Symbol.asyncDispose]());

async function limitTo(shopIds: readonly number[] | null): Promise<void> {
  const changed = await admin("PATCH", `${clinic.tenant}/staff/${agentId}`, { shop_ids: shopIds });
  expect([changed.status, changed.body.staff?.shop_ids]).toEqual([200, shopIds]);
}

const shopsOf = async (api: Api): Promise<readonly number[]> =>
  (await api("GET", `${clinic.tenant}/shops`)).body.shops.map(({ id }: { id: number }) => id);

describe("security: who is limited to some shops", () => {
  test("reaches the others by no id, and no list names them", async () => {
    await limitTo([annexe]);
    const agent = await signIn(server, AGENT);
    expect(await shopsOf(agent)).toEqual([annexe]);
    const ticket = await admin("POST", `${clinic.tenant}/queues/${clinic.queueId}/tickets`, {});
    const { id } = ticket.body.ticket;
    const tries: readonly (readonly [string, string, string, unknown?])[] = [
      ["GET", `/shops/${clinic.shopId}/state`, "shop-not-found"],
      ["GET", `/shops/${clinic.shopId}/queues`, "shop-not-found"],
      ["POST", `/queues/${clinic.queueId}/call-next`, "queue-not-found", { counter: 1 }],
      ["POST", `/queues/${clinic.queueId}/tickets`, "queue-not-found", {}],
      ["POST", `/queues/${clinic.queueId}/pause`, "queue-not-found"],
      ["POST", `/tickets/${id}/call`, "ticket-not-found", { counter: 1 }],
      ["POST", `/displays/${clinic.displayId}/refresh`, "display-not-found"],
    ];
    for (const [method, path, code, body] of tries) {
      const answer = await agent(method, `${clinic.tenant}${path}`, body);
      expect([path, answer.status, answer.body.code]).toEqual([path, 404, code]);
    }
    expect((await agent("DELETE", `/public/tenants/clinique-madeleine/tickets/${id}/`)).status).toBe(403);
    expect((await agent("GET", `/topics/shop:${clinic.shopId}:staff`)).body.code).toBe("topic-unknown");
    expect((await agent("GET", `${clinic.tenant}/shops/${annexe}/state`)).status).toBe(200);
    await limitTo(null);
    const both = new Set([clinic.shopId, annexe]);
    expect(new Set(await shopsOf(await signIn(server, AGENT)))).toEqual(both);
  });

  test("P14 loses a shop that is open on a socket within 2 s", async () => {
    await limitTo(null);
    const { token } = await signIn(server, AGENT);
    const url = `${server.app.address.replace("http", "ws")}/ws/v1`;
    await using socket = await connect(url, { headers: { authorization: `Bearer ${token}` } });
    socket.send({ type: "subscribe", topic: `shop:${clinic.shopId}:staff` });
    await socket.next("snapshot");
    const began = Date.now();
    await limitTo([annexe]);
    await socket.ended();
    expect(Date.now() - began).toBeLessThan(2_000);
    await using again = await connect(url, { headers: { authorization: `Bearer ${token}` } });
    again.send({ type: "subscribe", topic: `shop:${clinic.shopId}:staff` });
    expect(await again.next("refused")).toMatchObject({ code: "not-found" });
    await limitTo(null);
  });

  test("in charge of some shops sees the colleagues there, and not the whole organisation", async () => {
    const manager = {
      full_name: "Head of Annexe",
      email: "head@x.example",
      password: "head's password",
      role: "manager",
    };
    const made = await admin("POST", `${clinic.tenant}/staff`, { ...manager, shop_ids: [annexe] });
    expect(made.body.staff.shop_ids).toEqual([annexe]);
    await limitTo([clinic.shopId]);
    const head = await signIn(server, manager.email, manager.password);
    const { body } = await head("GET", `${clinic.tenant}/staff`);
    const ids = body.staff.map(({ id }: { id: number }) => id);
    expect(ids).toContain(made.body.staff.id);
    expect(ids).not.toContain(agentId);
    await limitTo(null);
  });

  test("is limited to the organisation's own shops, to one at least, and never as an administrator", async () => {
    for (const shop_ids of [[2], [annexe, 2], [], [0], ["1"]]) {
      const answer = await admin("PATCH", `${clinic.tenant}/staff/${agentId}`, { shop_ids });
      expect([shop_ids, answer.status, answer.body.code]).toEqual([shop_ids, 400, "invalid-input"]);
    }
    const promoted = await admin("PATCH", `${clinic.tenant}/staff/${agentId}`, {
      role: "admin",
      shop_ids: [annexe],
    });
    expect([promoted.status, promoted.body.field]).toEqual([400, "shop_ids"]);
    await limitTo([annexe]);
    const all = await admin("PATCH", `${clinic.tenant}/staff/${agentId}`, { role: "admin" });
    expect(all.body.staff).toMatchObject({ role: "admin", shop_ids: null });
    await admin("PATCH", `${clinic.tenant}/staff/${agentId}`, { role: "agent" });
  });
});
