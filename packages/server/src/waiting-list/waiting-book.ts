import type { AppointmentId, Instant } from "@callnext/core";
import { type Kysely, sql } from "kysely";
import type { ShopOfTenant } from "../people/rights-in-shop.ts";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";
import { OPEN_STATUSES, type WaitingContact, type WaitingEntry, type WaitingWish } from "./waiting-entry.ts";
import { entryOf } from "./waiting-row.ts";

/** Those who wait in one shop. */
export const LONGEST_WAITING_LIST = 200;
/** Of the starts offered to one person the newest are remembered. */
const PASSED_KEPT = 50;

type Named = Pick<WaitingEntry, "id" | "tenantId">;

/** The waiting lists of all shops. Each step is taken only from the status it starts from, so that two nodes cannot both take it. */
export interface WaitingBook {
  /** `"full"`: the shop's list holds as many as it can. */
  join(shop: ShopOfTenant, id: string, wish: WaitingWish & WaitingContact): Promise<"joined" | "full">;
  find(tenantId: number, id: string): Promise<WaitingEntry | undefined>;
  /** Who waits or has an offer, longest first. */
  open(shop: ShopOfTenant): Promise<readonly WaitingEntry[]>;
  /** How many wait for the same service since before. */
  ahead(entry: WaitingEntry): Promise<number>;
  /** A slot is about to be kept for them. */
  offering(entry: Named, appointmentId: AppointmentId): Promise<boolean>;
  /** It is kept, and they are told. */
  offered(entry: Named, appointmentId: AppointmentId, start: Instant): Promise<boolean>;
  /** The offer is over: they wait for another. */
  waitAgain(entry: Named, appointmentId: AppointmentId): Promise<boolean>;
  /** Off the list; whose it was is forgotten. */
  end(entry: Named, status: "booked" | "left" | "over"): Promise<boolean>;
}

export function createWaitingBook(db: Kysely<Database>, now: () => number): WaitingBook {
  const step = (
    { id, tenantId }: Named,
    from: readonly WaitingEntry["status"][],
    appointmentId: AppointmentId | null,
    to: Partial<{ status: WaitingEntry["status"]; appointment_id: AppointmentId | null; passed: string }>,
  ): Promise<boolean> =>
    inTenant(db, tenantId, async (trx) => {
      let update = trx
        .updateTable("waiting_list")
        .set({ ...to, updated_at: new Date(now()) })
        .where("id", "=", id)
        .where("status", "in", from);
      if (appointmentId !== null) update = update.where("appointment_id", "=", appointmentId);
      const done = await update.executeTakeFirst();
      return done.numUpdatedRows > 0n;
    });
  return {
    join: (shop, id, wish) => join(db, shop, { id, ...wish }, new Date(now())),
    find: (tenantId, id) =>
      inTenant(db, tenantId, async (trx) => {
        const row = await trx.selectFrom("waiting_list").selectAll().where("id", "=", id).executeTakeFirst();
        return row === undefined ? undefined : entryOf(row);
      }),
    open: ({ tenantId, shopId }) =>
      inTenant(db, tenantId, async (trx) => {
        const rows = await trx
          .selectFrom("waiting_list")
          .selectAll()
          .where("shop_id", "=", shopId)
          .where("status", "in", OPEN_STATUSES)
          .orderBy("created_at")
          .orderBy("id")
          .limit(LONGEST_WAITING_LIST)
          .execute();
        return rows.map(entryOf);
      }),
    ahead: (entry) => countAhead(db, entry),
    offering: (entry, appointmentId) =>
      step(entry, ["waiting"], null, { status: "offering", appointment_id: appointmentId }),
    offered: async (entry, appointmentId, start) => {
      const found = await readPassed(db, entry);
      const passed = JSON.stringify([...found, start].slice(-PASSED_KEPT));
      return await step(entry, ["offering"], appointmentId, { status: "offered", passed });
    },
    waitAgain: (entry, appointmentId) =>
      step(entry, ["offering", "offered"], appointmentId, { status: "waiting", appointment_id: null }),
    end: (entry, status) => end(db, entry, status, new Date(now())),
  };
}

async function join(
  db: Kysely<Database>,
  { tenantId, shopId }: ShopOfTenant,
  entry: { readonly id: string } & WaitingWish & WaitingContact,
  at: Date,
): Promise<"joined" | "full"> {
  return await inTenant(db, tenantId, async (trx) => {
    // Looked at anew at once; and whoever else joins waits here, so that the count is right.
    await trx
      .insertInto("waiting_cursors")
      .values({ shop_id: shopId, tenant_id: tenantId, seq: 0, looked_at: null, claimed_until: null })
      .onConflict((conflict) => conflict.column("shop_id").doUpdateSet({ looked_at: null }))
      .execute();
    const { waiting } = await trx
      .selectFrom("waiting_list")
      .select(({ fn }) => fn.countAll<string>().as("waiting"))
      .where("shop_id", "=", shopId)
      .where("status", "in", OPEN_STATUSES)
      .executeTakeFirstOrThrow();
    if (Number(waiting) >= LONGEST_WAITING_LIST) return "full";
    await trx
      .insertInto("waiting_list")
      .values({
        id: entry.id,
        tenant_id: tenantId,
        shop_id: shopId,
        service_id: entry.serviceId,
        provider_id: entry.providerId,
        from_date: entry.from,
        until_date: entry.until,
        from_minutes: entry.fromMinutes,
        until_minutes: entry.untilMinutes,
        party_size: entry.partySize,
        locale: entry.locale,
        full_name: entry.fullName,
        phone: entry.phone,
        email: entry.email,
        status: "waiting",
        appointment_id: null,
        passed: "[]",
        created_at: at,
        updated_at: at,
      })
      .execute();
    return "joined";
  });
}

async function countAhead(db: Kysely<Database>, entry: WaitingEntry): Promise<number> {
  const { tenantId, shopId, serviceId, since, id } = entry;
  return await inTenant(db, tenantId, async (trx) => {
    const { ahead } = await trx
      .selectFrom("waiting_list")
      .select(({ fn }) => fn.countAll<string>().as("ahead"))
      .where("shop_id", "=", shopId)
      .where("service_id", "=", serviceId)
      .where("status", "in", OPEN_STATUSES)
      .where(sql<boolean>`(created_at, id) < (${new Date(since)}, ${id}::uuid)`)
      .executeTakeFirstOrThrow();
    return Number(ahead);
  });
}

async function readPassed(db: Kysely<Database>, { id, tenantId }: Named): Promise<readonly Instant[]> {
  return await inTenant(db, tenantId, async (trx) => {
    const row = await trx.selectFrom("waiting_list").select("passed").where("id", "=", id).executeTakeFirst();
    return row?.passed ?? [];
  });
}

async function end(
  db: Kysely<Database>,
  { id, tenantId }: Named,
  status: "booked" | "left" | "over",
  at: Date,
): Promise<boolean> {
  return await inTenant(db, tenantId, async (trx) => {
    const done = await trx
      .updateTable("waiting_list")
      .set({ status, full_name: null, phone: null, email: null, updated_at: at })
      .where("id", "=", id)
      .where("status", "in", OPEN_STATUSES)
      .executeTakeFirst();
    return done.numUpdatedRows > 0n;
  });
}
