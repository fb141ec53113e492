import type { SeededTenant } from "./seeded-tenant.ts";

/** Whose secrets, and whose public texts, stand in what was sent to somebody who may see neither. */
export function leaks(
  text: string,
  tenants: readonly SeededTenant[],
  more: { readonly openToo: boolean },
): readonly string[] {
  const seen = text.toLowerCase();
  return tenants
    .flatMap(({ secret, open, ids }) => [secret, ...(ids["phone"] ?? []), ...(more.openToo ? [open] : [])])
    .filter((canary) => seen.includes(canary.toLowerCase().replace("+", "")));
}
