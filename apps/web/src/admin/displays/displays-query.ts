import type { CallnextClient } from "@callnext/client";
import type { DisplaySettings } from "@callnext/protocol";
import { queryOptions } from "@tanstack/react-query";

/** A display with everything that can be set on it. */
export interface ManagedDisplay extends Omit<
  DisplaySettings,
  "shop_id" | "shop_slug" | "shop_name" | "tenant_slug" | "time_zone" | "locale"
> {
  /** Anyone who knows its address may look at it. */
  readonly public: boolean;
  readonly visitor_names: string;
  readonly show_waits: boolean;
  readonly queue_ids: readonly string[];
}

export function displaysQuery(client: CallnextClient, tenant: string, shopId: number) {
  return queryOptions({
    queryKey: ["tenant", tenant, "displays", shopId],
    queryFn: async () => {
      const { displays } = await client.request<{ displays: readonly ManagedDisplay[] }>(
        "GET",
        `/tenants/${tenant}/shops/${shopId}/displays`,
      );
      return displays.toSorted((a, b) => a.name.localeCompare(b.name));
    },
  });
}
