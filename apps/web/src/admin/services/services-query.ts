import type { CallnextClient } from "@callnext/client";
import type { ServiceOnWire } from "@callnext/protocol";
import { queryOptions } from "@tanstack/react-query";

/** A service with what is not shown live. */
export interface ServiceSettings extends ServiceOnWire {
  readonly buffer_before_minutes: number;
  readonly buffer_after_minutes: number;
  readonly bookable: boolean;
}

export function servicesQuery(client: CallnextClient, tenant: string, shopId: number) {
  return queryOptions({
    queryKey: ["tenant", tenant, "services", shopId],
    queryFn: async () => {
      const path = `/tenants/${tenant}/shops/${shopId}/services`;
      return (await client.request<{ services: readonly ServiceSettings[] }>("GET", path)).services;
    },
  });
}
