import { type Kysely, sql } from "kysely";
import type { ShopOfTenant } from "../../people/rights-in-shop.ts";
import type { Database } from "../../storage/schema.ts";
import { inTenant } from "../../storage/tenant-scope.ts";

/** One service day of a shop. */
export interface DayFigures {
  readonly day: string;
  readonly visits: number;
  readonly served: number;
  readonly cancelled: number;
  /** Of those who were called. */
  readonly called: number;
  /** From joining (or the booked time) to the last call, of all who were called, in seconds. */
  readonly waitSeconds: number;
}

/** How many were served of those who wanted this person and were called by that one. */
export interface ServedBy {
  readonly wantedStaffId: number | null;
  readonly agentId: number | null;
  readonly served: number;
}

export interface Figures {
  readonly days: readonly DayFigures[];
  readonly servedToday: readonly ServedBy[];
}

/** `days`: service days, of which the last is today's. */
export async function dashboardFigures(
  db: Kysely<Database>,
  { tenantId, shopId }: ShopOfTenant,
  days: readonly string[],
): Promise<Figures> {
  return await inTenant(db, tenantId, async (trx) => ({
    days: await figuresOfDays(trx, shopId, days),
    servedToday: await servedOn(trx, shopId, days.at(-1) ?? ""),
  }));
}

const DAY_BEFORE_MS = 2 * 24 * 3_600_000;

/** Tickets are found by when they joined, so no earlier than a day before the service day by any clock on earth. */
function earliest(days: readonly string[]): Date {
  return new Date(Date.parse(days[0] ?? "1970-01-01") - DAY_BEFORE_MS);
}

async function figuresOfDays(
  trx: Kysely<Database>,
  shopId: number,
  days: readonly string[],
): Promise<readonly DayFigures[]> {
  const { rows } = await sql<DayFigures>`select service_day as day, count(*)::int as visits,
      count(*) filter (where status = 'completed')::int as served,
      count(*) filter (where status in ('cancelled', 'no_show'))::int as cancelled,
      count(body->>'calledAt')::int as called,
      coalesce(sum(greatest(0, (body->>'calledAt')::bigint - (body->>'joinedAt')::bigint)) / 1000, 0)::float8
        as "waitSeconds"
    from tickets
    where shop_id = ${shopId} and joined_at >= ${earliest(days)} and service_day = any(${days})
    group by service_day`.execute(trx);
  return rows;
}

async function servedOn(trx: Kysely<Database>, shopId: number, day: string): Promise<readonly ServedBy[]> {
  const { rows } = await sql<ServedBy>`select (body->>'wantedStaffId')::int as "wantedStaffId",
      (body->>'agentId')::int as "agentId", count(*)::int as served
    from tickets
    where shop_id = ${shopId} and joined_at >= ${earliest([day])} and service_day = ${day}
      and status = 'completed'
    group by 1, 2`.execute(trx);
  return rows;
}
