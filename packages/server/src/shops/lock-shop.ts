import type pg from "pg";

export interface LockedShop {
  readonly seq: number;
  readonly tenantId: number;
  /** The database's clock, ms since the epoch. */
  readonly now: number;
}

interface Row {
  readonly seq: number;
  readonly tenant_id: number;
  readonly now: number;
}

const LOCK = `select seq, tenant_id, floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now
  from shops where id = $1 for update`;

/** Begins a transaction and takes the shop's row in one round trip. Undefined for an unknown shop. */
export async function lockShop(client: pg.ClientBase, shopId: number): Promise<LockedShop | undefined> {
  const [, answer] = await Promise.all([
    client.query("begin"),
    client.query<Row>({ name: "lock-shop", text: LOCK, values: [shopId] }),
  ]);
  const row = answer.rows[0];
  return row === undefined ? undefined : { seq: row.seq, tenantId: row.tenant_id, now: row.now };
}
