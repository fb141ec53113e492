import type { CallnextClient } from "@callnext/client";
import type { CalendarFeedOnWire } from "@callnext/protocol";
import { queryOptions } from "@tanstack/react-query";

/** The secret addresses at which calendar programs read a shop's appointments; an agent's own, a manager's all. */
export function feedsQuery(client: CallnextClient, tenant: string, shopId: number) {
  return queryOptions({
    queryKey: ["tenant", tenant, "calendar-feeds", shopId],
    queryFn: async () => {
      const path = `/tenants/${tenant}/shops/${shopId}/calendar-feeds`;
      return (await client.request<{ feeds: readonly CalendarFeedOnWire[] }>("GET", path)).feeds;
    },
  });
}
