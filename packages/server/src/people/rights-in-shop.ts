import { type Action, may } from "./permissions.ts";
import { isOwn } from "./own-tenant.ts";
import type { Membership } from "./session.ts";

export interface ShopOfTenant {
  readonly tenantId: number;
  readonly shopId: number;
}

export function reaches(membership: Pick<Membership, "shopIds">, shopId: number): boolean {
  return membership.shopIds === null || membership.shopIds.includes(shopId);
}

/** The membership by which somebody may do this in this shop, if there is one; a suspended tenant gives none. */
export function membershipFor(
  memberships: readonly Membership[],
  { tenantId, shopId }: ShopOfTenant,
  action: Action,
): Membership | undefined {
  return memberships.find(
    (membership) =>
      isOwn(membership.tenant, tenantId) &&
      !membership.tenant.suspended &&
      reaches(membership, shopId) &&
      may(membership.role, action),
  );
}
