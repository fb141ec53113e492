import { isDeepStrictEqual } from "node:util";
import type { ShopEvent } from "@callnext/core";
import type pg from "pg";
import { lockShop } from "./lock-shop.ts";
import { readEvents } from "./read-events.ts";
import type { ShopPlace } from "./shop-place.ts";

/**
 * Whether events whose commit was not answered are in the log. Takes the shop's lock, so that a
 * transaction still at work on the server is waited for.
 */
export async function wasCommitted(
  pool: pg.Pool,
  place: ShopPlace,
  events: readonly ShopEvent[],
): Promise<boolean> {
  const first = events[0];
  if (first === undefined) return false;
  const client = await pool.connect();
  try {
    await lockShop(client, place);
    const page = await readEvents(client, place.shopId, first.seq - 1, events.length);
    await client.query("rollback");
    // Another node's events in their place differ at least in their time or in who did it.
    return isDeepStrictEqual(page.events, JSON.parse(JSON.stringify(events)));
  } finally {
    client.release(client.getTransactionStatus() !== "I");
  }
}
