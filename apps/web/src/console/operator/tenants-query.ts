import type { CallnextClient } from "@callnext/client";
import { queryOptions } from "@tanstack/react-query";

/** An organisation as an operator of the server sees it. */
export interface OperatedTenant {
  readonly slug: string;
  readonly name: string;
  readonly shops: number;
  readonly staff: number;
  readonly suspended_at: string | null;
}

export const TENANTS_KEY = ["operator", "tenants"];

export function tenantsQuery(client: CallnextClient) {
  return queryOptions({
    queryKey: TENANTS_KEY,
    queryFn: async () =>
      (await client.request<{ tenants: readonly OperatedTenant[] }>("GET", "/operator/tenants")).tenants,
  });
}
