import type { Membership } from "./session.ts";

/** A text that changes with what the memberships allow, and with nothing else. */
export function standingOf(memberships: readonly Membership[]): string {
  return memberships
    .map(({ tenant, staffId, role, shopIds }) => {
      const shops = shopIds?.toSorted((a, b) => a - b) ?? null;
      return JSON.stringify([tenant.id, tenant.suspended, staffId, role, shops]);
    })
    .toSorted()
    .join();
}
