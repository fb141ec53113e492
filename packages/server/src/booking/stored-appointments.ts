import type { AppointmentDetails, AppointmentId, AppointmentStatus, Instant } from "@callnext/core";
import { type Kysely, type SelectQueryBuilder, sql } from "kysely";
import type { ShopOfTenant } from "../people/rights-in-shop.ts";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";

export interface AppointmentFilter {
  /** Those that take any of the time [from, to). */
  readonly from: Instant;
  readonly to: Instant;
  readonly providerId: string | null;
  /** Empty: all. */
  readonly statuses: readonly AppointmentStatus[];
  /** Holds that have run out by then are none. */
  readonly now: Instant;
  /** Those that follow this one. */
  readonly after: AppointmentPlace | null;
  readonly atMost: number;
}

/** Where an appointment stands among those of its shop, by time. */
export interface AppointmentPlace {
  readonly start: Instant;
  readonly id: AppointmentId;
}

/** Visits are shorter: what begins longer before a time is over by then. */
const LONGEST_MS = 24 * 3_600_000;

/** Ordered by time. */
export async function listAppointments(
  db: Kysely<Database>,
  { tenantId, shopId }: ShopOfTenant,
  filter: AppointmentFilter,
): Promise<readonly AppointmentDetails[]> {
  const { from, to, providerId, statuses, now, after, atMost } = filter;
  return await inTenant(db, tenantId, async (trx) => {
    let query = selection(trx)
      .where("a.shop_id", "=", shopId)
      .where("a.starts_at", ">", new Date(from - LONGEST_MS))
      .where("a.starts_at", "<", new Date(to))
      .where("a.ends_at", ">", new Date(from))
      .where(sql<boolean>`(a.status <> 'held' or (a.body ->> 'heldUntil')::numeric > ${now})`);
    if (providerId !== null) query = query.where("a.provider_id", "=", providerId);
    if (statuses.length > 0) query = query.where("a.status", "in", statuses);
    if (after !== null)
      query = query.where(sql<boolean>`(a.starts_at, a.id) > (${new Date(after.start)}, ${after.id})`);
    const rows = await query.orderBy("a.starts_at").orderBy("a.id").limit(atMost).execute();
    return rows.map(stored);
  });
}

export async function storedAppointment(
  db: Kysely<Database>,
  { tenantId, shopId }: ShopOfTenant,
  id: AppointmentId,
): Promise<AppointmentDetails | undefined> {
  return await inTenant(db, tenantId, async (trx) => {
    const rows = await selection(trx).where("a.shop_id", "=", shopId).where("a.id", "=", id).execute();
    return rows.map(stored)[0];
  });
}

function selection(db: Kysely<Database>) {
  return db
    .selectFrom("appointments as a")
    .leftJoin("bookers as b", "b.appointment_id", "a.id")
    .leftJoin("tickets as t", (join) => join.on(sql<boolean>`t.id = (a.body ->> 'ticketId')::uuid`))
    .select([
      "a.body",
      "b.appointment_id as booked",
      "b.full_name",
      "b.phone",
      "b.email",
      "b.notes",
      "t.number",
    ]);
}

type Row =
  ReturnType<typeof selection> extends SelectQueryBuilder<infer _D, infer _T, infer Found> ? Found : never;

function stored(row: Row): AppointmentDetails {
  const { full_name: fullName, phone, email, notes } = row;
  return {
    appointment: row.body,
    booker: row.booked === null ? null : { fullName, phone, email, notes },
    ticketNumber: row.number,
  };
}
