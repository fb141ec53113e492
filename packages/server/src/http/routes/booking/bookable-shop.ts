import type { ShopSnapshot } from "../../../shops/shop-runtime.ts";
import type { Context } from "../../core/context.ts";
import { requireInForce, snapshotOf } from "../../core/find-place.ts";
import { ProblemError } from "../../core/problem-error.ts";

/** The shop whose booking page an address names. */
export async function bookableShop(context: Context, shopSlug: string): Promise<ShopSnapshot> {
  const place = await context.directory.shopBySlug(shopSlug);
  if (place === undefined) throw new ProblemError("shop-not-found");
  const snapshot = await snapshotOf(context, place.shopId);
  requireInForce(snapshot);
  return snapshot;
}
