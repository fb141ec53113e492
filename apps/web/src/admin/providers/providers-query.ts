import type { CallnextClient } from "@callnext/client";
import type { ProviderOnWire } from "@callnext/protocol";
import { queryOptions } from "@tanstack/react-query";

/** Whom or what appointments are made with in a shop, in the shop's order; those out of use as well. */
export function providersQuery(client: CallnextClient, tenant: string, shopId: number) {
  return queryOptions({
    queryKey: ["tenant", tenant, "providers", shopId],
    queryFn: async () => {
      const { providers } = await client.request<{ providers: readonly ProviderOnWire[] }>(
        "GET",
        `/tenants/${tenant}/shops/${shopId}/providers`,
      );
      return providers.toSorted((a, b) => a.rank - b.rank || a.name.localeCompare(b.name));
    },
  });
}
