import type { Place } from "../people/directory.ts";
import type { Context } from "../http/core/context.ts";
import { requireInForce, snapshotOf } from "../http/core/find-place.ts";
import { DetailError } from "./detail-error.ts";

const ID = /^[1-9]\d{0,9}$/;

/** By its id, or by the short name that stands in the pages' addresses. */
export async function findShop(context: Context, ref: string): Promise<Place | undefined> {
  return ID.test(ref) ? await context.directory.shop(Number(ref)) : await context.directory.shopBySlug(ref);
}

/** For visitors: of a suspended organisation nothing is open. */
export async function publicShop(context: Context, ref: string): Promise<Place> {
  const place = await findShop(context, ref);
  if (place === undefined) throw shopUnknown();
  requireInForce(await snapshotOf(context, place.shopId));
  return place;
}

export function shopUnknown(): DetailError {
  return new DetailError(404, "shop-not-found", "Shop not found");
}
