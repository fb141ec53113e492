import type { CallnextClient } from "@callnext/client";
import type { BookingRulesOnWire } from "@callnext/protocol";
import { queryOptions } from "@tanstack/react-query";

interface ShopWithRules {
  readonly id: number;
  readonly booking: BookingRulesOnWire;
}

/** How a shop takes appointments. Null: there is no such shop. */
export function bookingRulesQuery(client: CallnextClient, tenant: string, shopId: number) {
  return queryOptions({
    queryKey: ["tenant", tenant, "booking-rules", shopId],
    queryFn: async () => {
      const path = `/tenants/${tenant}/shops`;
      const { shops } = await client.request<{ shops: readonly ShopWithRules[] }>("GET", path);
      return shops.find(({ id }) => id === shopId)?.booking ?? null;
    },
  });
}
