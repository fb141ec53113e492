import type { CallnextClient } from "@callnext/client";
import { queryOptions } from "@tanstack/react-query";

export const KEY_ROLES = ["viewer", "agent", "manager"] as const;
export type KeyRole = (typeof KEY_ROLES)[number];

/** A key by which a program of the organisation is let in; never the key itself. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly role: KeyRole;
  readonly shop_ids: readonly number[] | null;
  readonly prefix: string;
  readonly created_at: string;
  readonly last_used_at: string | null;
  readonly expires_at: string | null;
  readonly revoked_at: string | null;
}

export function keysQuery(client: CallnextClient, tenant: string) {
  return queryOptions({
    queryKey: ["tenant", tenant, "keys"],
    queryFn: async () =>
      (await client.request<{ keys: readonly ApiKey[] }>("GET", `/tenants/${tenant}/keys`)).keys,
  });
}
