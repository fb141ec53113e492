import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../storage/testing/test-database.ts";
import { type KeyRing, openKeyRing, type Secrets } from "./key-ring.ts";
import { createFingerprint } from "./fingerprint.ts";
import { retireKey, rotateKeys } from "./rotate-keys.ts";
import { open, seal, sealedBy } from "./seal.ts";
import { createTicketKeys } from "./ticket-keys.ts";
import { isSameRequest } from "../shops/same-request.ts";

const log = pino({ level: "silent" });
const SECRET = { current: "the server's secret", previous: null };
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let database: TestDatabase;
let now = Date.parse("2026-11-22T10:00:00Z");
const nodes: KeyRing[] = [];

beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(async () => {
  await Promise.all(nodes.splice(0).map((ring) => ring[Symbol.asyncDispose]()));
  await database.close();
});

async function node(secrets: Secrets = SECRET): Promise<KeyRing> {
  const ring = await openKeyRing({ db: database.db, secrets, log, now: () => now, refreshMs: 3_600_000 });
  nodes.push(ring);
  return ring;
}

/** As the owner, who alone makes tables. */
const ask = <Row extends object>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
  database.asOwner(async ({ client }) => (await client.query<Row>(text, [...values])).rows);

const rotate = (overlapMs: number, atOnce = false) =>
  rotateKeys({ db: database.db, secret: SECRET.current, now, overlapMs, atOnce });

describe("the signing keys", { timeout: 60_000 }, () => {
  test("security: nodes that start at once on an empty database share one key", async () => {
    const rings = await Promise.all([1, 2, 3, 4].map(() => node()));
    expect(new Set(rings.map(({ current }) => current.bytes.toString("hex"))).size).toBe(1);
    expect(rings[0]?.accepted).toHaveLength(1);
  });

  test("security: another secret is refused in one line that says so", async () => {
    await node();
    await expect(node({ current: "not the secret", previous: null })).rejects.toThrow(
      /^CALLNEXT_SECRET [^\n]*is not the one this database was set up with[^\n]*$/,
    );
  });

  test("security: no key and no secret lies open in the database", async () => {
    const ring = await node();
    const { rows } = await database.pool.query<{ all: string }>(
      "select json_agg(k)::text as all from signing_keys k",
    );
    for (const encoding of ["hex", "base64", "base64url"] as const)
      expect(rows[0]?.all).not.toContain(ring.current.bytes.toString(encoding));
  });

  test("security: what was signed before a rotation holds through the overlap, on every node, and no longer", async () => {
    const [a, b] = [await node(), await node()];
    const [keysOfA, keysOfB] = [createTicketKeys(a), createTicketKeys(b)];
    const link = keysOfA.of("t1");
    const before = a.current.id;
    await rotate(DAY);

    // A node that knows the new key does not sign with it before the others know it too.
    await a.refresh();
    expect(a.current.id).toBe(before);
    now += MINUTE;
    expect(a.current.id).not.toBe(before);
    await b.refresh();
    expect(keysOfB.fits("t1", keysOfA.of("t1"))).toBe(true);
    expect(keysOfA.of("t1")).not.toBe(link);
    expect(keysOfA.fits("t1", link)).toBe(true);
    expect(keysOfB.fits("t1", link)).toBe(true);

    now += DAY;
    expect(keysOfA.fits("t1", link)).toBe(false);
    expect(keysOfB.fits("t1", link)).toBe(false);
    expect(keysOfB.fits("t1", keysOfA.of("t1"))).toBe(true);
  });

  test("security: a rotation at once leaves a leaked key nothing", async () => {
    const ring = await node();
    const link = createTicketKeys(ring).of("t1");
    await rotate(0, true);
    await ring.refresh();
    expect(createTicketKeys(ring).fits("t1", link)).toBe(false);
  });

  test("P2 a request repeated around a rotation is known as the same one", async () => {
    const [a, b] = [await node(), await node()];
    const [ofA, ofB] = [createFingerprint(a), createFingerprint(b)];
    const first = ofA("body");
    await rotate(DAY);
    now += 2 * MINUTE;
    await a.refresh();
    expect(isSameRequest(first, ofA("body"))).toBe(true);
    expect(isSameRequest(ofA("body"), ofB("body"))).toBe(true);
    expect(isSameRequest(first, ofA("another body"))).toBe(false);
  });

  test("a second rotation does not lengthen the first one's overlap", async () => {
    const ring = await node();
    const oldest = ring.current.id;
    await rotate(DAY);
    now += DAY / 2;
    await rotate(30 * DAY);
    await ring.refresh();
    now += DAY / 2 + MINUTE;
    expect(ring.accepted.map(({ id }) => id)).not.toContain(oldest);
    expect(ring.accepted).toHaveLength(2);
  });

  test("security: a retired key is gone; the one that signs cannot be retired", async () => {
    const ring = await node();
    const first = ring.current.id;
    const retire = (id: string) => database.asOwner(({ db }) => retireKey({ db, keys: ring, id, now }));
    expect(await retire(first)).toEqual({ ok: false, code: "key-signs" });
    expect(await retire("ffffffff")).toEqual({ ok: false, code: "no-such-key" });
    const link = createTicketKeys(ring).of("t1");
    await rotate(DAY);
    now += 2 * MINUTE;
    await ring.refresh();
    expect(await retire(first)).toEqual({ ok: true, resealed: 0 });
    await ring.refresh();
    expect(ring.find(first)).toBeUndefined();
    expect(createTicketKeys(ring).fits("t1", link)).toBe(false);
  });

  test("security: sealed secrets are sealed anew before their key is retired", async () => {
    const ring = await node();
    const first = ring.current.id;
    await ask("create table vault (id integer primary key, body text)");
    await ask("insert into vault values (1, $1), (2, $2), (3, null)", [
      seal(ring, "vault:1", "one"),
      seal(ring, "vault:2", "two"),
    ]);
    const columns = [{ table: "vault", id: "id", column: "body", purpose: (id: string) => `vault:${id}` }];
    await rotate(DAY);
    now += 2 * MINUTE;
    await ring.refresh();
    const retired = await database.asOwner(({ db }) =>
      retireKey({ db, keys: ring, id: first, now, columns }),
    );
    expect(retired).toEqual({ ok: true, resealed: 2 });
    await ring.refresh();
    const rows = await ask<{ body: string | null }>("select body from vault order by id");
    expect(rows.map(({ body }, index) => body && open(ring, `vault:${index + 1}`, body))).toEqual([
      "one",
      "two",
      null,
    ]);
    expect(sealedBy(rows[0]?.body ?? "")).toBe(ring.current.id);
  });

  test("security: a sealed secret that does not open keeps its key from being retired", async () => {
    const ring = await node();
    const first = ring.current.id;
    await ask("create table vault (id integer primary key, body text)");
    await ask("insert into vault values (1, $1)", [seal(ring, "another purpose", "one")]);
    const columns = [{ table: "vault", id: "id", column: "body", purpose: (id: string) => `vault:${id}` }];
    await rotate(DAY);
    now += 2 * MINUTE;
    await ring.refresh();
    const retired = await database.asOwner(({ db }) =>
      retireKey({ db, keys: ring, id: first, now, columns }),
    );
    expect(retired).toEqual({ ok: false, code: "sealed-text-damaged", where: "vault.body of 1" });
    await ring.refresh();
    expect(ring.find(first)).toBeDefined();
  });

  test("security: the secret itself is changed by naming the previous one for one start", async () => {
    const old = await node();
    const link = createTicketKeys(old).of("t1");
    const changed = await node({ current: "a better secret", previous: SECRET.current });
    expect(createTicketKeys(changed).fits("t1", link)).toBe(true);
    // The previous one has done its work: it opens nothing any more, and is not needed.
    expect((await node({ current: "a better secret", previous: null })).current.id).toBe(old.current.id);
    await expect(node(SECRET)).rejects.toThrow(/CALLNEXT_SECRET/);
    // A node that still runs with the old secret goes on with the keys it holds.
    await old.refresh();
    expect(createTicketKeys(old).fits("t1", link)).toBe(true);
  });

  test("a running node picks a rotation up by itself", async () => {
    const ring = await openKeyRing({ db: database.db, secrets: SECRET, log, now: () => now, refreshMs: 20 });
    nodes.push(ring);
    await rotate(DAY);
    await expect.poll(() => ring.accepted.length, { timeout: 10_000 }).toBe(2);
  });
});
