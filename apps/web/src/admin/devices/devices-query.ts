import type { CallnextClient } from "@callnext/client";
import { queryOptions } from "@tanstack/react-query";

/** A board or a kiosk with a key of its own. */
export interface ManagedDevice {
  readonly id: string;
  readonly kind: "board" | "kiosk";
  readonly name: string;
  readonly shop_id: number;
  readonly display_id: string | null;
  readonly display_name: string | null;
  readonly paired_by: string | null;
  readonly paired_at: string;
  readonly last_seen_at: string | null;
}

const AGAIN_MS = 10_000;

export function devicesQuery(client: CallnextClient, tenant: string) {
  return queryOptions({
    queryKey: ["tenant", tenant, "devices"],
    // When a device was last seen moves on by itself.
    refetchInterval: AGAIN_MS,
    queryFn: async () => {
      const { devices } = await client.request<{ devices: readonly ManagedDevice[] }>(
        "GET",
        `/tenants/${tenant}/devices`,
      );
      return devices.toSorted((a, b) => a.name.localeCompare(b.name));
    },
  });
}
