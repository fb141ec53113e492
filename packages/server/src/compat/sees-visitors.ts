import type { FastifyRequest } from "fastify";
import { membershipsOf } from "../people/caller.ts";
import { membershipsSeeing } from "../people/memberships-seeing.ts";
import { membershipFor, type ShopOfTenant } from "../people/rights-in-shop.ts";
import type { Context } from "../http/core/context.ts";
import { callerOf } from "../http/core/gate.ts";
import { noteView } from "../http/core/note-view.ts";

/** Whether the request comes from staff who may see who the visitors are; that they look is noted. */
export async function seesVisitors(
  request: FastifyRequest,
  context: Context,
  place: ShopOfTenant,
): Promise<boolean> {
  const caller = await callerOf(request, context);
  if (caller === null) return false;
  const seeing = await membershipsSeeing(context.directory, membershipsOf(caller), place.shopId);
  if (membershipFor(seeing, place, "see-visitors") === undefined) return false;
  await noteView(request, context, caller, place);
  return true;
}
