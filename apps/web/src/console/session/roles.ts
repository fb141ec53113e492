import type { Role, TenantMembership, User } from "../api/types.ts";

/** Every organisation this person works for; the signed-in one where the server lists none. */
export function membershipsOf(user: User): readonly TenantMembership[] {
  if (user.tenants.length > 0) return user.tenants;
  return [{ slug: user.tenant.slug, name: user.tenant.name, role: user.role }];
}

export function roleIn(user: User, tenant: string): Role | null {
  return membershipsOf(user).find((each) => each.slug === tenant)?.role ?? null;
}

export const mayManage = (role: Role | null): boolean => role === "manager" || role === "admin";
