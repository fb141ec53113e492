/**
 * The first wall between tenants: every comparison of a caller's tenant with the one that something belongs to. The
 * second stands in the database (`membershipsSeeing`, `storage/wall/`). They are here together so that a test can
 * take the first away and find the second standing.
 */
export function isOwn(tenant: { readonly id: number }, tenantId: number): boolean {
  return tenant.id === tenantId;
}

/** Whether the address names this tenant of the caller's. */
export function isNamed(tenant: { readonly slug: string }, slug: string | undefined): boolean {
  return tenant.slug === slug;
}
