import type { AppointmentsView, ProviderShown } from "@callnext/protocol";

/** As the shop lists them on screens. */
export function inOrder(providers: AppointmentsView["providers"]): readonly ProviderShown[] {
  return Object.values(providers).toSorted((a, b) => a.rank - b.rank || a.name.localeCompare(b.name));
}
