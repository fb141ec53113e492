import type { CallnextClient } from "@callnext/client";
import type { StaffShop } from "@callnext/protocol";
import { queryOptions } from "@tanstack/react-query";

/** An organisation's shops, by name. */
export function shopsQuery(client: CallnextClient, tenant: string) {
  return queryOptions({
    queryKey: ["tenant", tenant, "shops"],
    queryFn: async () => {
      const { shops } = await client.request<{ shops: readonly StaffShop[] }>(
        "GET",
        `/tenants/${tenant}/shops`,
      );
      return shops.toSorted((a, b) => a.name.localeCompare(b.name));
    },
  });
}
