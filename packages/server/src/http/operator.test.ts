import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ADMIN, apiOf, type Api, type Clinic, clinicOf, OWNER, signIn } from "../testing/api.ts";
import { makeOperator } from "../testing/make-operator.ts";
import { pairBoard } from "../testing/pair-board.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";
import { connect, tryConnect } from "../ws/testing/test-client.ts";

let server: TestApp;
let clinic: Clinic;
let operator: Api;
let admin: Api;
beforeAll(async () => {
  server = await startTestApp();
  clinic = await clinicOf(server);
  await makeOperator(server, OWNER);
  operator = await signIn(server, OWNER);
  admin = await signIn(server, ADMIN);
});
afterAll(() => server[Symbol.asyncDispose]());

const socketUrl = (path: string): string => `${server.app.address.replace("http", "ws")}${path}`;
const AT = "/operator/tenants";

describe("security: an operator of the server", () => {
  test("sees which organisations there are and how large, and nobody in them", async () => {
    const visitor = { full_name: "Canary Visitor", phone: "+221770009933" };
    await admin("POST", `${clinic.tenant}/queues/${clinic.queueId}/tickets`, visitor);
    const { status, body } = await operator("GET", AT);
    expect(status).toBe(200);
    expect(body.tenants).toContainEqual(
      expect.objectContaining({ slug: "clinique-madeleine", shops: 1, suspended_at: null }),
    );
    expect(JSON.stringify(body)).not.toMatch(/Canary|@/);
    expect((await operator("GET", `${clinic.tenant}/shops`)).body.code).toBe("tenant-not-found");
    expect((await operator("GET", `/topics/shop:${clinic.shopId}:staff`)).body.code).toBe("topic-unknown");
  });

  test("reads the metrics from anywhere; others do not", async () => {
    const forwarded = { headers: { "x-forwarded-for": "203.0.113.7" } };
    expect((await operator("GET", "//metrics", undefined, forwarded)).status).toBe(200);
    expect((await admin("GET", "//metrics", undefined, forwarded)).body.code).toBe("metrics-guarded");
    expect((await apiOf(server)("GET", "//metrics", undefined, forwarded)).body.code).toBe("metrics-guarded");
  });

  test("makes an organisation whose first administrator comes by a link", async () => {
    const wanted = {
      organisation: "Mairie de Gorée",
      locale: "fr",
      admin_name: "Ndèye Faye",
      admin_email: "n@goree.example",
    };
    const made = await operator("POST", AT, wanted);
    expect(made.status).toBe(201);
    expect(made.body.tenant).toMatchObject({ slug: "mairie-de-goree", shops: 0, staff: 0 });
    expect((await operator("POST", AT, wanted)).body.code).toBe("slug-taken");
    const another = await operator("POST", `${AT}/mairie-de-goree/invitation`, wanted);
    expect(another.status).toBe(201);
    const token = (url: string): string => new URL(url).hash.slice(1);
    const nobody = apiOf(server);
    const password = "quite a long password";
    const late = await nobody("POST", "/auth/invitation/accept", {
      token: token(made.body.invitation_url),
      password,
    });
    expect(late.status).toBeGreaterThanOrEqual(400);
    const accepted = await nobody("POST", "/auth/invitation/accept", {
      token: token(another.body.invitation_url),
      password,
    });
    expect(accepted.status).toBeLessThan(300);
    const first = await signIn(server, wanted.admin_email, password);
    expect((await first("GET", "/tenants/mairie-de-goree/staff")).body.staff).toHaveLength(1);
    expect((await first("GET", AT)).body.code).toBe("forbidden");
    const more = await operator("POST", `${AT}/mairie-de-goree/invitation`, wanted);
    expect([more.status, more.body.code]).toEqual([409, "tenant-has-staff"]);
  });

  test("suspends an organisation: its people, keys and visitors get nothing, its boards say so, until it is resumed", async () => {
    const { body: made } = await admin("POST", `${clinic.tenant}/keys`, { name: "Bridge", role: "agent" });
    const key = apiOf(server, made.secret);
    const board = await pairBoard(apiOf(server), admin, clinic.tenant, clinic.displayId);
    const asBoard = { headers: { authorization: `Bearer ${board}` } };
    await using desk = await connect(socketUrl("/ws/v1"), {
      headers: { authorization: `Bearer ${admin.token}` },
    });
    await using screen = await connect(socketUrl("/ws/v1"), asBoard);
    await using old = await connect(socketUrl(`/ws${clinic.tenant}/displays/${clinic.displayId}/`));
    desk.send({ type: "subscribe", topic: `shop:${clinic.shopId}:staff` });
    screen.send({ type: "subscribe", topic: `display:${clinic.displayId}` });
    await Promise.all([desk.next("snapshot"), screen.next("snapshot"), old.next("refresh")]);

    const began = Date.now();
    expect(
      (await operator("POST", `${AT}/clinique-madeleine/suspend`)).body.tenant.suspended_at,
    ).not.toBeNull();
    expect(await screen.next("refused")).toMatchObject({ code: "tenant-suspended" });
    expect(await old.ended()).toMatchObject({ code: 4403, reason: "tenant-suspended" });
    await desk.ended();
    expect(Date.now() - began).toBeLessThan(2_000);
    const visitors = "/public/tenants/clinique-madeleine";
    const tries: readonly (readonly [Api, string, string, unknown?])[] = [
      [admin, "GET", `${clinic.tenant}/shops`],
      [key, "GET", `${clinic.tenant}/shops`],
      [key, "POST", `${clinic.tenant}/queues/${clinic.queueId}/call-next`, { counter: 1 }],
      [apiOf(server), "GET", `${visitors}/queues/`],
      [apiOf(server), "GET", `${visitors}/displays/${clinic.displayId}/tickets/`],
      [apiOf(server), "POST", `${visitors}/queues/${clinic.queueId}/signup/`, { full_name: "Late" }],
      [apiOf(server, board), "GET", `/topics/display:${clinic.displayId}`],
    ];
    for (const [api, method, path, body] of tries) {
      const answer = await api(method, path, body);
      expect([path, answer.status, answer.body.code]).toEqual([path, 403, "tenant-suspended"]);
    }
    expect(await tryConnect(socketUrl(`/ws/queue/${clinic.shopId}/`))).toMatchObject({
      status: 403,
      code: "tenant-suspended",
    });

    await operator("POST", `${AT}/clinique-madeleine/resume`);
    expect(await screen.next("snapshot")).toMatchObject({ topic: `display:${clinic.displayId}` });
    for (const api of [admin, key]) expect((await api("GET", `${clinic.tenant}/shops`)).status).toBe(200);
  });

  test("names no organisation that is not there", async () => {
    for (const step of ["suspend", "resume"])
      expect((await operator("POST", `${AT}/no-such-tenant/${step}`)).body.code).toBe("tenant-not-found");
  });
});
