import type { Role } from "./permissions.ts";
import type { Membership } from "./session.ts";

/** As the functions `memberships_of` and `api_key_of` of the database give it. */
export interface MembershipRow {
  readonly staff_id: number | null;
  readonly role: Role;
  readonly shop_ids: readonly number[] | null;
  readonly tenant_id: number;
  readonly slug: string;
  readonly tenant_name: string;
  readonly locale: string;
  readonly suspended: boolean;
}

export function membershipOf(row: MembershipRow): Membership {
  return {
    staffId: row.staff_id,
    role: row.role,
    shopIds: row.shop_ids,
    tenant: {
      id: row.tenant_id,
      slug: row.slug,
      name: row.tenant_name,
      locale: row.locale,
      suspended: row.suspended,
    },
  };
}
