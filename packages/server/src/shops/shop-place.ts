import type pg from "pg";
import type { HeldShop } from "./held-shop.ts";
import { readShopHeads } from "./shop-heads.ts";

/** A shop, sought among the rows of its tenant. */
export interface ShopPlace {
  readonly tenantId: number;
  readonly shopId: number;
}

/** A shop never changes its tenant, so what is held of it says whose it is. Undefined for an unknown shop. */
export async function shopPlace(
  pool: pg.Pool,
  shopId: number,
  held: HeldShop,
): Promise<ShopPlace | undefined> {
  const tenantId = held.snapshot?.tenant.id ?? (await readShopHeads(pool, [shopId]))[0]?.tenant_id;
  return tenantId === undefined ? undefined : { tenantId, shopId };
}
