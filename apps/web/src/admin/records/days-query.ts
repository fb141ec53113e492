import type { CallnextClient } from "@callnext/client";
import { queryOptions } from "@tanstack/react-query";

/** The service days of a shop that can be played again, newest first. */
export function daysQuery(client: CallnextClient, tenant: string, shopId: number) {
  return queryOptions({
    queryKey: ["tenant", tenant, "days", shopId],
    queryFn: async () =>
      (await client.request<{ days: readonly string[] }>("GET", `/tenants/${tenant}/shops/${shopId}/days`))
        .days,
  });
}
