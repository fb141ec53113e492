import { randomUUID } from "node:crypto";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppointmentStatus } from "@callnext/core";
import { nextAppointmentId } from "../storage/next-appointment-id.ts";
import { createTenant } from "../storage/create-tenant.ts";
import { inTenant } from "../storage/tenant-scope.ts";
import { openTestDatabase, type TestDatabase } from "../storage/testing/test-database.ts";
import { startPrivacyJob } from "./privacy-job.ts";
import { runPrivacy } from "./privacy-run.ts";

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 5, 1, 12);
const log = pino({ level: "silent" });

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test[Symbol.asyncDispose]());

interface Visit {
  readonly joined: number;
  readonly ended: number | null;
}

async function newShop(slug: string): Promise<{ tenantId: number; shopId: number }> {
  const tenantId = await createTenant(test.db, { slug, name: slug, locale: "fr" });
  if (tenantId === "slug-taken") throw new Error("taken");
  const shopId = await inTenant(test.db, tenantId, async (trx) => {
    const shop = { tenant_id: tenantId, slug, at: 0, service_day: "2026-01-01", body: "{}" };
    const row = await trx.insertInto("shops").values(shop).returning("id").executeTakeFirstOrThrow();
    const queue = { id: `${slug}-q`, tenant_id: tenantId, shop_id: row.id, body: "{}" };
    await trx.insertInto("queues").values(queue).execute();
    return row.id;
  });
  return { tenantId, shopId };
}

async function visits(slug: string, place: { tenantId: number; shopId: number }, all: readonly Visit[]) {
  const where = { tenant_id: place.tenantId, shop_id: place.shopId };
  const rows = all.map((visit) => ({ ...visit, id: randomUUID() }));
  await inTenant(test.db, place.tenantId, async (trx) => {
    for (const { id, joined, ended } of rows) {
      await trx
        .insertInto("tickets")
        .values({
          ...where,
          id,
          queue_id: `${slug}-q`,
          number: "A001",
          service_day: "2026-01-01",
          status: ended === null ? "waiting" : "completed",
          joined_at: new Date(NOW - joined * DAY_MS),
          ended_at: ended === null ? null : new Date(NOW - ended * DAY_MS),
          live: ended === null,
          body: "{}",
        })
        .execute();
      await trx
        .insertInto("visitors")
        .values({ ...where, ticket_id: id, full_name: "Jane", phone: null, email: null })
        .execute();
    }
  });
  return rows;
}

interface Booking {
  /** Days ago. */
  readonly starts: number;
  readonly changed: number;
  readonly status: AppointmentStatus;
}

async function bookings(place: { tenantId: number; shopId: number }, all: readonly Booking[]) {
  const where = { tenant_id: place.tenantId, shop_id: place.shopId };
  const provider_id = randomUUID();
  return await inTenant(test.db, place.tenantId, async (trx) => {
    await trx
      .insertInto("providers")
      .values({ ...where, id: provider_id, body: "{}" })
      .execute();
    const ids: number[] = [];
    for (const { starts, changed, status } of all) {
      const id = await nextAppointmentId(trx);
      ids.push(id);
      const at = new Date(NOW - starts * DAY_MS);
      const times = { starts_at: at, ends_at: at, updated_at: new Date(NOW - changed * DAY_MS) };
      const during = `[${at.toISOString()},${new Date(at.getTime() + 60_000).toISOString()})`;
      const row = { ...where, ...times, id, provider_id, lane: 0, status, during, live: false, body: "{}" };
      await trx.insertInto("appointments").values(row).execute();
      const nobody = { phone: null, email: null, notes: null };
      await trx
        .insertInto("bookers")
        .values({ ...where, ...nobody, appointment_id: id, full_name: "Jane" })
        .execute();
    }
    return ids;
  });
}

async function held(tenantId: number): Promise<ReadonlySet<string>> {
  const rows = await inTenant(test.db, tenantId, (trx) =>
    trx.selectFrom("visitors").select("ticket_id").execute(),
  );
  return new Set(rows.map((row) => row.ticket_id));
}

function needs() {
  const told: number[] = [];
  const runtime = { peopleErased: (tenantId: number) => Promise.resolve(void told.push(tenantId)) };
  return { told, db: test.db, runtime, now: () => NOW, log };
}

describe("privacy: erasure after the retention period", () => {
  it("security: erases whose visits were over before the period, and nobody else's", async () => {
    const place = await newShop("erasure");
    const [old, justOver, justWithin, open, forgotten] = await visits("erasure", place, [
      { joined: 90, ended: 90 },
      { joined: 30.01, ended: 30.001 },
      { joined: 31, ended: 29.999 },
      { joined: 1, ended: null },
      { joined: 31, ended: null },
    ]);
    const given = needs();
    const run = await runPrivacy(given, place.tenantId);
    expect(await held(place.tenantId)).toEqual(new Set([justWithin?.id, open?.id]));
    expect([old, justOver, forgotten].every((visit) => visit !== undefined)).toBe(true);
    expect(run).toMatchObject({ erased: 3, verified: true, retention_days: 30 });
    expect(run.oldest_left?.getTime()).toBe(NOW - 29.999 * DAY_MS);
    expect(given.told).toEqual([place.tenantId]);
  });

  it("security: erases whose appointments were over, or cancelled, before the period, and nobody else's", async () => {
    const place = await newShop("bookers");
    const ids = await bookings(place, [
      { starts: 31, changed: 40, status: "completed" },
      { starts: 31, changed: 40, status: "no_show" },
      { starts: -20, changed: 31, status: "cancelled" },
      { starts: 31, changed: 29, status: "cancelled" },
      { starts: 29, changed: 40, status: "completed" },
      { starts: -300, changed: 300, status: "scheduled" },
    ]);
    const given = needs();
    const run = await runPrivacy(given, place.tenantId);
    const left = await inTenant(test.db, place.tenantId, (trx) =>
      trx.selectFrom("bookers").select("appointment_id").orderBy("appointment_id").execute(),
    );
    expect(left.map((row) => row.appointment_id)).toEqual(ids.slice(3));
    expect(run).toMatchObject({ erased: 3, verified: true });
    expect(run.oldest_left?.getTime()).toBe(NOW - 29 * DAY_MS);
    expect(given.told).toEqual([place.tenantId]);
  });

  it("security: works in pieces and says when something older is left", async () => {
    const place = await newShop("pieces");
    const many = Array.from({ length: 1_100 }, () => ({ joined: 40, ended: 40 }));
    await visits("pieces", place, many);
    let clock = NOW;
    const given = needs();
    // Each look at the clock takes a quarter of an hour: the run stops after its first piece.
    const late = await runPrivacy({ ...given, now: () => (clock += 900_000) }, place.tenantId);
    expect(late).toMatchObject({ erased: 500, verified: false });
    expect(await runPrivacy(given, place.tenantId)).toMatchObject({
      erased: 600,
      verified: true,
      oldest_left: null,
    });
  });

  it("security: one node of several does it, each organisation once an hour, one's trouble not the others'", async () => {
    const [a, b] = [await newShop("sweep-a"), await newShop("sweep-b")];
    for (const [slug, place] of [
      ["sweep-a", a],
      ["sweep-b", b],
    ] as const)
      await visits(slug, place, [{ joined: 50, ended: 50 }]);
    const given = needs();
    const runtime = {
      peopleErased: (tenantId: number) =>
        tenantId === a.tenantId ? Promise.reject(new Error("no")) : given.runtime.peopleErased(tenantId),
    };
    await using one = startPrivacyJob({ ...given, runtime });
    await using two = startPrivacyJob({ ...given, runtime });
    await Promise.all([one.sweep(), two.sweep()]);
    const runs = await inTenant(test.db, b.tenantId, (trx) =>
      trx.selectFrom("privacy_runs").selectAll().execute(),
    );
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({ erased: 1, verified: true });
    expect(await held(b.tenantId)).toEqual(new Set());
    // The one that was cut off shows as that, and has its turn again.
    const cut = () =>
      inTenant(test.db, a.tenantId, (trx) =>
        trx.selectFrom("privacy_runs").selectAll().orderBy("id").execute(),
      );
    expect(await cut()).toMatchObject([{ finished_at: null, verified: null }]);
    await one.sweep();
    expect(await cut()).toMatchObject([{ finished_at: null }, { verified: true }]);
  });
});
