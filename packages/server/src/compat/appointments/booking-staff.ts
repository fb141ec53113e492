import type { FastifyRequest } from "fastify";
import { membershipsOf } from "../../people/caller.ts";
import { membershipsSeeing } from "../../people/memberships-seeing.ts";
import { membershipFor, type ShopOfTenant } from "../../people/rights-in-shop.ts";
import { type Acting, actingBy } from "../../http/core/acting.ts";
import type { Context } from "../../http/core/context.ts";
import { callerOf } from "../../http/core/gate.ts";

/** In whose name the shop's own people or programs act on its appointments; null for everybody else. */
export async function bookingStaff(
  request: FastifyRequest,
  context: Context,
  place: ShopOfTenant,
): Promise<Acting | null> {
  const caller = await callerOf(request, context);
  if (caller === null) return null;
  const seeing = await membershipsSeeing(context.directory, membershipsOf(caller), place.shopId);
  const membership = membershipFor(seeing, place, "book-appointments");
  return membership === undefined ? null : actingBy({ caller, membership });
}
