import type { ShopState } from "@callnext/core";
import { DetailError } from "../detail-error.ts";

/** Who takes appointments in this person's name; null for anyone. */
export function providerOf({ providers }: ShopState, staffId: number | null): string | null {
  if (staffId === null) return null;
  for (const provider of providers.values())
    if (provider.staffId === staffId && !provider.archived) return provider.id;
  throw new DetailError(404, "provider-not-found", "Barber not found");
}

/**
 * The service of a request that names none, as these pages' short form does: the first that visitors can book, with
 * the one they want where they want somebody.
 */
export function serviceWanted(
  { services, providers }: ShopState,
  named: number | null,
  providerId: string | null,
): number {
  if (named !== null) return named;
  const offered = providerId === null ? [] : (providers.get(providerId)?.serviceIds ?? []);
  const first = [...services.values()]
    .filter(
      ({ id, archived, bookable }) =>
        !archived && bookable !== false && (offered.length === 0 || offered.includes(id)),
    )
    .toSorted((a, b) => a.id - b.id)[0];
  if (first === undefined) throw new DetailError(404, "service-not-found", "Service not found");
  return first.id;
}
