import { may } from "../../people/permissions.ts";
import type { ShopOfTenant } from "../../people/rights-in-shop.ts";
import type { Context } from "../../http/core/context.ts";

/** Whether this is one of the organisation's people who works at a desk of the shop. */
export async function mayServeAt(
  { staffing }: Pick<Context, "staffing">,
  { tenantId, shopId }: ShopOfTenant,
  staffId: number,
): Promise<boolean> {
  const member = await staffing.find(tenantId, staffId);
  if (member === undefined || !member.active || !may(member.role, "serve-visitors")) return false;
  return member.shopIds === null || member.shopIds.includes(shopId);
}
