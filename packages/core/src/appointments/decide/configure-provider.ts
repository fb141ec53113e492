import type { CommandOf } from "../../queue/command-of.ts";
import { accept, refuse } from "../../queue/decide/answer.ts";
import type { Decision } from "../../queue/decision.ts";
import type { ShopState } from "../../queue/shop.ts";

/** Appointments already made stay as they are, whatever the provider's hours, lanes or services become. */
export const configureProvider = (
  state: ShopState,
  { provider }: CommandOf<"configure-provider">,
): Decision => {
  const unknown = provider.serviceIds.find((serviceId) => !state.services.has(serviceId));
  if (unknown !== undefined) return refuse({ code: "service-not-found", serviceId: unknown });
  return accept([{ type: "provider-configured", provider }]);
};
