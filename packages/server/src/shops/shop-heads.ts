import type pg from "pg";

/** How far a shop's stream and its tenant's staff have come in the database. */
export interface ShopHead {
  readonly id: number;
  readonly tenant_id: number;
  readonly seq: number;
  readonly staff_version: number;
  readonly epoch: string;
}

const TEXT = `select h.id, h.tenant_id, h.seq, h.staff_version, (select epoch from incarnation) as epoch
  from shop_heads($1::integer[]) h`;

/** Of those shops that there are, of whatever tenant: numbers only. */
export async function readShopHeads(
  pool: pg.Pool,
  shopIds: readonly number[],
  withinMs?: number,
): Promise<readonly ShopHead[]> {
  const limit = withinMs === undefined ? {} : { query_timeout: withinMs };
  const query = { name: "shop-heads", text: TEXT, values: [shopIds], ...limit };
  return (await pool.query<ShopHead>(query)).rows;
}
