import type { FastifyRequest } from "fastify";
import { membershipsOf } from "../people/caller.ts";
import { may } from "../people/permissions.ts";
import { reaches } from "../people/rights-in-shop.ts";
import type { ShopSnapshot } from "../shops/shop-runtime.ts";
import type { Context } from "../http/core/context.ts";
import { freshSnapshotOf } from "../http/core/find-place.ts";
import { requireCaller } from "../http/core/gate.ts";
import { ProblemError } from "../http/core/problem-error.ts";

/** These pages show an owner's few shops all at once. */
const MOST_SHOPS = 100;

/** The shops that the caller works for, in all their organisations, in order. */
export async function memberShops(
  request: FastifyRequest,
  context: Context,
): Promise<readonly ShopSnapshot[]> {
  const caller = await requireCaller(request, context);
  const memberships = membershipsOf(caller);
  const working = memberships.filter(({ tenant, role }) => !tenant.suspended && may(role, "see-shops"));
  if (working.length === 0)
    throw new ProblemError(memberships.length === 0 ? "forbidden" : "tenant-suspended");
  const ids: number[] = [];
  for (const membership of working) {
    const own = await context.directory.shopIds(membership.tenant.id);
    ids.push(...own.filter((id) => reaches(membership, id)));
  }
  return await Promise.all(ids.slice(0, MOST_SHOPS).map((id) => freshSnapshotOf(context, id)));
}
