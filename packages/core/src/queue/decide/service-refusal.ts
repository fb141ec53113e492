import type { Queue } from "../queue.ts";
import type { Refusal } from "../refusals.ts";
import type { ShopState } from "../shop.ts";

/** Why a queue does not take somebody for this service, if so. */
export const serviceRefusal = (
  state: ShopState,
  queue: Queue,
  serviceId: number | null,
): Refusal | undefined => {
  if (serviceId === null) return undefined;
  const service = state.services.get(serviceId);
  if (service === undefined || service.archived) return { code: "service-not-found", serviceId };
  const isOffered = queue.serviceIds.length === 0 || queue.serviceIds.includes(serviceId);
  return isOffered ? undefined : { code: "service-not-offered", serviceId, queueId: queue.id };
};
