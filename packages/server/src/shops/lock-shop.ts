import type pg from "pg";
import { beginAs } from "../storage/tenant-queries.ts";
import type { ShopPlace } from "./shop-place.ts";

export interface LockedShop {
  readonly seq: number;
  /** The database's incarnation: another one than what is held belongs to means that a backup was restored. */
  readonly epoch: string;
  /** The database's clock, ms since the epoch. */
  readonly now: number;
}

interface Row {
  readonly seq: number;
  readonly epoch: string;
  readonly now: number;
}

const LOCK = `select seq, (select epoch from incarnation) as epoch,
  floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now
  from shops where id = $1 for update`;

/** Begins a transaction as the tenant's and takes the shop's row in one round trip. Undefined for an unknown shop. */
export async function lockShop(
  client: pg.ClientBase,
  { tenantId, shopId }: ShopPlace,
): Promise<LockedShop | undefined> {
  const [, answer] = await Promise.all([
    beginAs(client, tenantId),
    client.query<Row>({ name: "lock-shop", text: LOCK, values: [shopId] }),
  ]);
  const row = answer.rows[0];
  return row === undefined ? undefined : { seq: row.seq, epoch: row.epoch, now: row.now };
}
