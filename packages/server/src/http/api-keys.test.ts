import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ADMIN, apiOf, type Api, type Clinic, clinicOf, MANAGER, signIn } from "../testing/api.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";
import { connect, tryConnect } from "../ws/testing/test-client.ts";

let server: TestApp;
let clinic: Clinic;
let admin: Api;
const clock = { ahead: 0 };
beforeAll(async () => {
  server = await startTestApp({ now: () => Date.now() + clock.ahead });
  clinic = await clinicOf(server);
  admin = await signIn(server, ADMIN);
});
afterAll(() => server[Symbol.asyncDispose]());

interface Made {
  readonly id: string;
  readonly secret: string;
  readonly api: Api;
}

async function newKey(more: Readonly<Record<string, unknown>> = {}): Promise<Made> {
  const made = await admin("POST", `${clinic.tenant}/keys`, { name: "Kiosk bridge", role: "agent", ...more });
  expect(made.status).toBe(201);
  const { key, secret } = made.body;
  return { id: key.id, secret, api: apiOf(server, secret) };
}

async function rows(
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server.connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

const socketUrl = (): string => `${server.app.address.replace("http", "ws")}/ws/v1`;
const bearer = (secret: string) => ({ headers: { authorization: `Bearer ${secret}` } });

describe("security: an API key", () => {
  test("is shown once, and kept as a hash", async () => {
    const { id, secret } = await newKey();
    expect(secret).toMatch(/^cnk_[\w-]{43}$/);
    const list = await admin("GET", `${clinic.tenant}/keys`);
    const listed = list.body.keys.find((key: { id: string }) => key.id === id);
    expect(listed).toMatchObject({ name: "Kiosk bridge", role: "agent", revoked_at: null, shop_ids: null });
    expect(secret.startsWith(listed.prefix)).toBe(true);
    expect(JSON.stringify(list.body)).not.toContain(secret);
    const [kept] = await rows("select to_jsonb(k)::text as text from api_keys k where id = $1", [id]);
    expect(String(kept?.["text"])).not.toContain(secret.slice(12));
  });

  test("acts in its own name: the log names the key, and the ticket has no agent", async () => {
    const { id, api } = await newKey();
    const added = await api("POST", `${clinic.tenant}/queues/${clinic.queueId}/tickets`, {}, { key: "once" });
    expect(added.status).toBe(201);
    const again = await api("POST", `${clinic.tenant}/queues/${clinic.queueId}/tickets`, {}, { key: "once" });
    expect(again.body.ticket.id).toBe(added.body.ticket.id);
    const called = await api("POST", `${clinic.tenant}/queues/${clinic.queueId}/call-next`, {
      counter: "K1",
    });
    expect(called.body.ticket).toMatchObject({ status: "called", agent_name: null });
    const [event] = await rows("select actor from events where shop_id = $1 and seq = $2", [
      clinic.shopId,
      added.body.seq,
    ]);
    expect(event?.["actor"]).toEqual({ kind: "integration", id });
  });

  test("says when it was last used", async () => {
    const { id, api } = await newKey();
    await api("GET", `${clinic.tenant}/shops`);
    await expect
      .poll(async () => {
        const { body } = await admin("GET", `${clinic.tenant}/keys`);
        return body.keys.find((key: { id: string }) => key.id === id).last_used_at;
      })
      .not.toBeNull();
  });

  test("limited to a shop reaches no other, by id or by topic", async () => {
    const other = await admin("POST", `${clinic.tenant}/shops`, {
      name: "Annexe",
      time_zone: "Africa/Dakar",
    });
    const { id: otherId } = other.body.shop;
    const { api, secret } = await newKey({ shop_ids: [otherId] });
    expect((await api("GET", `${clinic.tenant}/shops/${clinic.shopId}/state`)).body.code).toBe(
      "shop-not-found",
    );
    expect((await api("GET", `${clinic.tenant}/shops/${otherId}/state`)).status).toBe(200);
    const { body } = await api("GET", `${clinic.tenant}/shops`);
    expect(body.shops.map(({ id }: { id: number }) => id)).toEqual([otherId]);
    expect((await api("GET", `/topics/shop:${clinic.shopId}:staff`)).body.code).toBe("topic-unknown");
    await using socket = await connect(socketUrl(), bearer(secret));
    socket.send({ type: "subscribe", topic: `shop:${clinic.shopId}:staff` });
    expect(await socket.next("refused")).toMatchObject({ code: "not-found" });
    socket.send({ type: "subscribe", topic: `shop:${otherId}:staff` });
    expect(await socket.next("snapshot")).toMatchObject({ topic: `shop:${otherId}:staff` });
  });

  test("of another organisation's shop, an administrator's, or one already over is not made", async () => {
    const tries = [
      { shop_ids: [2] },
      { role: "admin" },
      { expires_at: "2020-01-01T00:00:00Z" },
      { shop_ids: [] },
    ];
    for (const wrong of tries) {
      const body = { name: "Wrong", role: "agent", ...wrong };
      expect([wrong, (await admin("POST", `${clinic.tenant}/keys`, body)).status]).toEqual([wrong, 400]);
    }
  });

  test("P14 revoked: no request, no token of it, and its socket ends within 2 s", async () => {
    const { id, secret, api } = await newKey();
    const { body: token } = await api("POST", "/auth/token");
    await using socket = await connect(socketUrl(), bearer(secret));
    const began = Date.now();
    expect((await admin("DELETE", `${clinic.tenant}/keys/${id}`)).status).toBe(204);
    expect(await socket.ended()).toMatchObject({ code: 4401 });
    expect(Date.now() - began).toBeLessThan(2_000);
    expect((await api("GET", `${clinic.tenant}/shops`)).body.code).toBe("unauthenticated");
    const derived = apiOf(server, token.access_token);
    expect((await derived("GET", `${clinic.tenant}/shops`)).body.code).toBe("unauthenticated");
    expect(await tryConnect(socketUrl(), bearer(secret))).toMatchObject({ status: 401 });
    expect((await admin("DELETE", `${clinic.tenant}/keys/${id}`)).status).toBe(204);
  });

  test("past its time lets nobody in", async () => {
    const { api } = await newKey({ expires_at: new Date(Date.now() + 60_000).toISOString() });
    expect((await api("GET", `${clinic.tenant}/shops`)).status).toBe(200);
    await rows("update api_keys set expires_at = now() - interval '1 second' where expires_at is not null");
    await expect.poll(async () => (await api("GET", `${clinic.tenant}/shops`)).status).toBe(401);
  });

  test("in an address, a cookie or of another form is none", async () => {
    const { secret } = await newKey();
    const nobody = apiOf(server);
    expect((await nobody("GET", `${clinic.tenant}/shops?access_token=${secret}`)).status).toBe(401);
    const cookie = { cookie: `callnext_session=${secret}` };
    expect((await nobody("GET", `${clinic.tenant}/shops`, undefined, { headers: cookie })).status).toBe(401);
    expect(await tryConnect(`${socketUrl()}?ticket=${secret}`)).toMatchObject({ status: 401 });
    expect((await apiOf(server, secret.slice(0, -1))("GET", `${clinic.tenant}/shops`)).status).toBe(401);
    expect((await apiOf(server, `cnk_${"A".repeat(43)}`)("GET", `${clinic.tenant}/shops`)).status).toBe(401);
  });

  test("of another organisation is unknown, whatever is asked about it", async () => {
    const { id } = await newKey();
    const owner = await signIn(server, "owner@salon-teranga.example");
    const foreign = await owner("DELETE", `/tenants/salon-teranga/keys/${id}`);
    expect([foreign.status, foreign.body.code]).toEqual([404, "key-not-found"]);
    expect((await admin("DELETE", `${clinic.tenant}/keys/not-an-id`)).body.code).toBe("key-not-found");
  });
});

describe("security: an access token", () => {
  test("carries the rights of the session over HTTP and to a socket", async () => {
    const manager = await signIn(server, MANAGER);
    const { body } = await manager("POST", "/auth/token");
    expect(body).toMatchObject({ token_type: "bearer", expires_in: 600 });
    const derived = apiOf(server, body.access_token);
    expect((await derived("GET", `${clinic.tenant}/staff`)).status).toBe(200);
    expect((await derived("GET", `${clinic.tenant}/keys`)).body.code).toBe("forbidden");
    await using socket = await connect(socketUrl(), bearer(body.access_token));
    socket.send({ type: "subscribe", topic: `shop:${clinic.shopId}:staff` });
    expect(await socket.next("snapshot")).toMatchObject({ topic: `shop:${clinic.shopId}:staff` });
  });

  test("makes no other token, and without credentials there is none", async () => {
    const { body } = await admin("POST", "/auth/token");
    expect((await apiOf(server, body.access_token)("POST", "/auth/token")).body.code).toBe("forbidden");
    expect((await apiOf(server)("POST", "/auth/token")).status).toBe(401);
  });

  test("P14 of a session that was signed out is dead within 2 s, its socket too", async () => {
    const manager = await signIn(server, MANAGER);
    const { body } = await manager("POST", "/auth/token");
    const derived = apiOf(server, body.access_token);
    await using socket = await connect(socketUrl(), bearer(body.access_token));
    expect((await derived("GET", `${clinic.tenant}/shops`)).status).toBe(200);
    const began = Date.now();
    await manager("POST", "/auth/logout");
    expect(await socket.ended()).toMatchObject({ code: 4401 });
    await expect.poll(async () => (await derived("GET", `${clinic.tenant}/shops`)).status).toBe(401);
    expect(Date.now() - began).toBeLessThan(2_000);
    expect(await tryConnect(socketUrl(), bearer(body.access_token))).toMatchObject({ status: 401 });
  });

  test("that was made up is none: algorithm none, over HTTP and at a socket", async () => {
    const { body } = await admin("POST", "/auth/token");
    const [, claims] = String(body.access_token).split(".");
    const head = Buffer.from(JSON.stringify({ alg: "none", typ: "at+jwt" })).toString("base64url");
    const made = `${head}.${claims}.`;
    expect((await apiOf(server, made)("GET", `${clinic.tenant}/shops`)).body.code).toBe("unauthenticated");
    expect(await tryConnect(socketUrl(), bearer(made))).toMatchObject({ status: 401 });
  });

  test("is over after ten minutes", async () => {
    const { api } = await newKey();
    const { body } = await api("POST", "/auth/token");
    const derived = apiOf(server, body.access_token);
    expect((await derived("GET", `${clinic.tenant}/shops`)).status).toBe(200);
    clock.ahead = 606_000;
    expect((await derived("GET", `${clinic.tenant}/shops`)).body.code).toBe("unauthenticated");
    clock.ahead = 0;
  });
});
