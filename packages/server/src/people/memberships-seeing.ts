import type { Directory } from "./directory.ts";
import type { Membership } from "./session.ts";

/** The memberships in whose tenant the database itself shows this shop: what is asked of the others finds nothing. */
export async function membershipsSeeing(
  directory: Pick<Directory, "shopIn">,
  memberships: readonly Membership[],
  shopId: number,
): Promise<readonly Membership[]> {
  const places = await Promise.all(memberships.map(({ tenant }) => directory.shopIn(tenant.id, shopId)));
  return memberships.filter((_, index) => places[index] !== undefined);
}
