import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ADMIN, AGENT, type Api, clinicOf, MANAGER, signIn } from "../testing/api.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";
import { openFaultProxy } from "../storage/testing/fault-proxy.ts";
import { openTestDatabase } from "../storage/testing/test-database.ts";
import { connect, type TestClient } from "../ws/testing/test-client.ts";

const WITHIN_MS = 2_000;
const SECRET = "one secret for all nodes";

let one: TestApp;
let two: TestApp;
let owner: pg.Client;
beforeAll(async () => {
  one = await startTestApp({ config: { secret: SECRET } });
  two = await startTestApp({ config: { secret: SECRET, databaseUrl: one.connectionString } });
  owner = new pg.Client({ connectionString: one.connectionString });
  await owner.connect();
}, 60_000);
afterAll(async () => {
  await owner.end();
  await two[Symbol.asyncDispose]();
  await one[Symbol.asyncDispose]();
});

/** A socket of this session on this node that receives what the shop's staff see. */
async function follow(node: TestApp, { token }: Api): Promise<TestClient> {
  const { shopId } = await clinicOf(one);
  const client = await connect(`${node.app.address.replace("http", "ws")}/ws/v1`, {
    headers: { authorization: `Bearer ${token}` },
    protocols: ["callnext.v1"],
  });
  client.send({ type: "subscribe", topic: `shop:${shopId}:staff` });
  await client.next("snapshot");
  return client;
}

/** Ends with 4401, in time, once `change` has returned. */
async function endsWithin(clients: readonly TestClient[], change: () => Promise<unknown>): Promise<void> {
  await change();
  const from = performance.now();
  for (const client of clients) expect(await client.ended()).toMatchObject({ code: 4401 });
  expect(performance.now() - from).toBeLessThan(WITHIN_MS);
}

async function staffOf(email: string): Promise<{ readonly id: number; readonly userId: string }> {
  const { rows } = await owner.query("select id, user_id from staff where email = $1", [email]);
  return { id: rows[0].id, userId: rows[0].user_id };
}

describe("P14 what is revoked on one node stops receiving on every node", () => {
  test("a session that is signed out, and no other of the same person", async () => {
    const leaving = await signIn(one, AGENT);
    const staying = await signIn(two, AGENT);
    await using here = await follow(one, leaving);
    await using there = await follow(two, leaving);
    await using other = await follow(two, staying);
    await endsWithin([here, there], () => leaving("POST", "/auth/logout"));
    await other.settled();
  });

  test("an agent who is dismissed, and has no way back until hired again", async () => {
    const admin = await signIn(one, ADMIN);
    const { id } = await staffOf(AGENT);
    const agent = await signIn(two, AGENT);
    await using here = await follow(one, agent);
    await using there = await follow(two, agent);
    const patch = (body: object) => admin("PATCH", `/tenants/clinique-madeleine/staff/${id}`, body);
    await endsWithin([here, there], () => patch({ active: false }));
    await expect(follow(two, agent)).rejects.toThrow();
    expect((await patch({ active: true })).status).toBe(200);
  });

  test("a manager who becomes an agent: what was open ends, and comes back with the new rights", async () => {
    const admin = await signIn(one, ADMIN);
    const { id } = await staffOf(MANAGER);
    const manager = await signIn(two, MANAGER);
    await using here = await follow(one, manager);
    await using there = await follow(two, manager);
    const patch = (body: object) => admin("PATCH", `/tenants/clinique-madeleine/staff/${id}`, body);
    await endsWithin([here, there], () => patch({ role: "agent" }));
    await using again = await follow(two, manager);
    await again.settled();
    expect((await patch({ role: "manager" })).status).toBe(200);
  });
});

describe("P14 with every note between the nodes lost, the database alone ends it on each", () => {
  const losses: readonly (readonly [string, string, string])[] = [
    ["a session deleted", `delete from auth.session where "userId" = $1`, "select $1"],
    [
      "a session expired",
      `update auth.session set "expiresAt" = now() - interval '1 s' where "userId" = $1`,
      "select $1",
    ],
    [
      "a dismissal",
      "update staff set active = false where user_id = $1",
      "update staff set active = true where user_id = $1",
    ],
    [
      "another role",
      "update staff set role = 'viewer' where user_id = $1",
      "update staff set role = 'agent' where user_id = $1",
    ],
    [
      "a narrower scope",
      "update staff set shop_ids = '{999}' where user_id = $1",
      "update staff set shop_ids = null where user_id = $1",
    ],
    [
      "a tenant suspended",
      "update tenants set suspended_at = now() where id = (select tenant_id from staff where user_id = $1)",
      "update tenants set suspended_at = null where id = (select tenant_id from staff where user_id = $1)",
    ],
  ];
  test.each(losses)("%s", async (_what, change, undo) => {
    const { userId } = await staffOf(AGENT);
    const agent = await signIn(one, AGENT);
    await using here = await follow(one, agent);
    await using there = await follow(two, agent);
    await endsWithin([here, there], () => owner.query(change, [userId]));
    await owner.query(undo, [userId]);
  });

  test("a socket opened with a session that was remembered a moment too long ends in time, too", async () => {
    const { userId } = await staffOf(AGENT);
    const agent = await signIn(one, AGENT);
    expect((await agent("GET", "/auth/me")).status).toBe(200);
    await owner.query(`delete from auth.session where "userId" = $1`, [userId]);
    const from = performance.now();
    const client = await follow(one, agent).catch(() => null);
    if (client !== null) expect(await client.ended()).toMatchObject({ code: 4401 });
    expect(performance.now() - from).toBeLessThan(WITHIN_MS);
  });
});

test("P14 while the database is away the sockets live on, and what was revoked meanwhile ends when it is back", async () => {
  await using database = await openTestDatabase();
  let proxy = await openFaultProxy(database.connectionString);
  const port = Number(new URL(proxy.connectionString).port);
  await using node = await startTestApp({ config: { databaseUrl: proxy.connectionString } });
  const client = await signIn(node, AGENT);
  await using socket = await follow(node, client);
  await proxy[Symbol.asyncDispose]();
  // Longer than the bound: nothing ends because nobody can tell.
  await expect(Promise.race([socket.ended(), socket.next("never")])).rejects.toThrow("not within");
  await socket.settled();
  await database.owner.query("delete from auth.session");
  proxy = await openFaultProxy(database.connectionString, port);
  expect(await socket.ended()).toMatchObject({ code: 4401 });
  await node[Symbol.asyncDispose]();
  await proxy[Symbol.asyncDispose]();
}, 30_000);
