import type { CallnextClient } from "@callnext/client";
import { queryOptions } from "@tanstack/react-query";

export interface PrivacyRun {
  readonly started_at: string;
  readonly finished_at: string | null;
  readonly erased: number;
  readonly oldest_left: string | null;
  readonly verified: boolean | null;
}

export interface Privacy {
  readonly retention_days: number;
  readonly audit_days: number;
  /** Newest first. */
  readonly runs: readonly PrivacyRun[];
}

export function privacyQuery(client: CallnextClient, tenant: string) {
  return queryOptions({
    queryKey: ["tenant", tenant, "privacy"],
    queryFn: () => client.request<Privacy>("GET", `/tenants/${tenant}/privacy`),
  });
}
