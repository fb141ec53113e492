import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTenant } from "../storage/create-tenant.ts";
import { inTenant } from "../storage/tenant-scope.ts";
import { openTestDatabase, type TestDatabase } from "../storage/testing/test-database.ts";
import { createAuditTrail } from "./audit-trail.ts";
import type { AuditEntry } from "./audit-entry.ts";
import { verifyChain } from "./verify-chain.ts";

const DAY_MS = 86_400_000;
let test: TestDatabase;
let clock = Date.UTC(2026, 0, 10, 9, 0, 0, 123);

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test[Symbol.asyncDispose]());

async function newTenant(slug: string): Promise<number> {
  const made = await createTenant(test.db, { slug, name: slug, locale: "fr" });
  if (made === "slug-taken") throw new Error(`${slug} is there already`);
  return made;
}

const verified = (tenantId: number, look: { after: number | null; most: number } = whole) =>
  inTenant(test.db, tenantId, (trx) => verifyChain(trx, tenantId, look));

function entry(tenantId: number | null, more: Partial<AuditEntry> = {}): AuditEntry {
  return {
    tenantId,
    actor: { kind: "staff", id: "12" },
    action: "signed-in",
    subject: "staff:12",
    shopId: null,
    ip: "192.0.2.77",
    ...more,
  };
}

const trail = () => createAuditTrail(test.db, () => clock);
const whole = { after: null, most: 100_000 };
const refused = /append-only/;

describe("security: the audit log", () => {
  it("security: keeps one chain where many notes come at once, and one per organisation", async () => {
    const [a, b] = [await newTenant("chain-a"), await newTenant("chain-b")];
    const notes = Array.from({ length: 40 }, (_, index) =>
      trail().note(
        entry(index % 2 === 0 ? a : b, { detail: { z: index, a: 'é\n\u0001"😀', n: 1e21, f: 0.1 } }),
      ),
    );
    await Promise.all([...notes, trail().note(entry(null, { actor: { kind: "account", id: "u" } }))]);
    expect(await verified(a)).toMatchObject({ state: "intact", from: 1, to: 20 });
    expect(await verified(b)).toMatchObject({ state: "intact", from: 1, to: 20 });
    expect(await test.asOwner(({ db }) => verifyChain(db, null, whole))).toMatchObject({
      state: "intact",
      to: 1,
    });
  });

  it("security: can be verified in pieces", async () => {
    const tenant = await newTenant("pieces");
    for (let count = 0; count < 7; count += 1) await trail().note(entry(tenant));
    expect(await verified(tenant, { after: null, most: 3 })).toMatchObject({
      state: "unfinished",
      from: 1,
      to: 3,
    });
    expect(await verified(tenant, { after: 3, most: 10 })).toMatchObject({
      state: "intact",
      from: 4,
      to: 7,
    });
  });

  it("security: keeps of an address only its network", async () => {
    const tenant = await newTenant("short");
    await trail().note(entry(tenant, { ip: "192.0.2.77" }));
    await trail().note(entry(tenant, { ip: "2001:db8:aa:bb::1" }));
    await trail().note(entry(tenant, { ip: "::ffff:198.51.100.9" }));
    await trail().note(entry(tenant, { ip: "not an address" }));
    const rows = await inTenant(test.db, tenant, (trx) =>
      trx.selectFrom("audit_log").select("ip").orderBy("seq").execute(),
    );
    expect(rows.map(({ ip }) => ip)).toEqual(["192.0.2.0/24", "2001:db8:aa::/48", "198.51.100.0/24", null]);
  });

  it("security: refuses every change, to the owner of the tables as well", async () => {
    const tenant = await newTenant("closed");
    await trail().note(entry(tenant));
    const tries = [
      sql`update audit_log set action = 'other' where tenant_id = ${tenant}`,
      sql`delete from audit_log where tenant_id = ${tenant}`,
      sql`truncate audit_log`,
      sql`update audit_heads set seq = 0 where tenant_id = ${tenant}`,
      sql`update audit_heads set hash = decode(repeat('11', 32), 'hex') where tenant_id = ${tenant}`,
      sql`delete from audit_heads where tenant_id = ${tenant}`,
      sql`truncate audit_heads cascade`,
      // A young entry cannot be let go, and so the anchor cannot be moved over it.
      sql`update audit_heads h set anchor_seq = 1, anchor_hash = h.hash, anchor_at = now() where tenant_id = ${tenant}`,
    ];
    for (const attempt of tries) {
      await expect(test.asOwner(({ db }) => attempt.execute(db))).rejects.toThrow(refused);
      // The server's own role has not even the right to try.
      await expect(inTenant(test.db, tenant, (trx) => attempt.execute(trx))).rejects.toThrow(
        /permission denied/,
      );
    }
    expect(await verified(tenant)).toMatchObject({ state: "intact", to: 1 });
  });

  it.each([
    ["altered", `update audit_log set action = 'signed-out' where tenant_id = $t and seq = 3`, 3],
    [
      "altered",
      `update audit_log set at = at + interval '1 millisecond' where tenant_id = $t and seq = 3`,
      3,
    ],
    ["altered", `update audit_log set shop_id = 9 where tenant_id = $t and seq = 3`, 3],
    ["missing", `delete from audit_log where tenant_id = $t and seq = 3`, 3],
    ["unlinked", `update audit_log set prev_hash = hash where tenant_id = $t and seq = 3`, 3],
    ["cut-off", `delete from audit_log where tenant_id = $t and seq = 5`, 5],
  ])("security: shows what somebody with the machine in hand did: %s, %s", async (why, statement, at) => {
    const tenant = await newTenant(`forged-${why}-${statement.length}`);
    for (let count = 0; count < 5; count += 1) await trail().note(entry(tenant));
    await test.asOwner(async ({ client }) => {
      await client.query("set session_replication_role = replica");
      await client.query(statement.replace("$t", String(tenant)));
    });
    expect(await verified(tenant)).toEqual({ state: "broken", at, why });
  });

  it("security: lets the oldest entries go by moving a verified anchor forward", async () => {
    const tenant = await newTenant("pruned");
    clock = Date.now() - 500 * DAY_MS;
    for (let count = 0; count < 4; count += 1) await trail().note(entry(tenant));
    clock = Date.now();
    for (let count = 0; count < 3; count += 1) await trail().note(entry(tenant));
    const prune = (days: number, most: number) =>
      sql<{
        gone: number;
      }>`select audit_prune(${tenant}, now() - make_interval(days => ${days}), ${most}) as gone`
        .execute(test.db)
        .then(({ rows }) => rows[0]?.gone);
    expect([await prune(400, 3), await prune(400, 3), await prune(400, 3)]).toEqual([3, 1, 0]);
    expect(await verified(tenant)).toMatchObject({ state: "intact", from: 5, to: 7 });
    // Not even the pruning itself gets at young entries.
    await expect(prune(0, 100)).rejects.toThrow(refused);
    await trail().note(entry(tenant));
    expect(await verified(tenant)).toMatchObject({ state: "intact", from: 5, to: 8 });
  });
});
