import type { CallnextClient } from "@callnext/client";
import type { WaitingList } from "@callnext/protocol";
import { queryOptions } from "@tanstack/react-query";

/** Who waits for a time to come free, longest first. */
export function waitingQuery(client: CallnextClient, tenant: string, shopId: number) {
  return queryOptions({
    queryKey: ["tenant", tenant, "waiting-list", shopId],
    refetchInterval: 15_000,
    queryFn: async () => {
      const path = `/tenants/${tenant}/shops/${shopId}/waiting-list`;
      return (await client.request<WaitingList>("GET", path)).waiting;
    },
  });
}
