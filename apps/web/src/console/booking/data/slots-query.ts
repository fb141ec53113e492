import type { CallnextClient } from "@callnext/client";
import type { SlotsAnswer } from "@callnext/protocol";
import { queryOptions } from "@tanstack/react-query";

export interface SlotWish {
  readonly serviceId: number;
  /** Null: anyone. */
  readonly providerId: string | null;
  /** `YYYY-MM-DD`, first of `days` days. */
  readonly from: string;
  readonly days: number;
}

/** What is free for a visit. Asked anew each time it is looked at: others book meanwhile. */
export function slotsQuery(client: CallnextClient, tenant: string, shopId: number, wish: SlotWish) {
  const { serviceId, providerId, from, days } = wish;
  return queryOptions({
    queryKey: ["tenant", tenant, "slots", shopId, wish],
    staleTime: 0,
    refetchInterval: 30_000,
    queryFn: async () => {
      const search = new URLSearchParams({ service_id: String(serviceId), from, days: String(days) });
      if (providerId !== null) search.set("provider_id", providerId);
      const path = `/tenants/${tenant}/shops/${shopId}/slots?${search.toString()}`;
      return (await client.request<SlotsAnswer>("GET", path)).days;
    },
  });
}
