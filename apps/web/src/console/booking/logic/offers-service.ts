import type { ProviderShown } from "@callnext/protocol";

/** No list means all of the shop's services. */
export function offersService(
  { service_ids }: Pick<ProviderShown, "service_ids">,
  serviceId: number,
): boolean {
  return service_ids.length === 0 || service_ids.includes(serviceId);
}
