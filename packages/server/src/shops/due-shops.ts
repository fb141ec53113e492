import type pg from "pg";

/** A shop in which time alone has to change something. */
export interface DueShop {
  readonly id: number;
  /** The moment at which it has to, ms since the epoch. */
  readonly wakes_at: number;
  readonly late_ms: number;
}

const TEXT = "select id, wakes_at, late_ms from shops_due($1::bigint, $2::integer)";

/** Of whatever tenant, those due longest first. `now`: in place of the database's clock. */
export async function readDueShops(
  pool: pg.Pool,
  now: number | null,
  atMost: number,
): Promise<readonly DueShop[]> {
  return (await pool.query<DueShop>({ name: "due-shops", text: TEXT, values: [now, atMost] })).rows;
}
