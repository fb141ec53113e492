import type { CallnextClient } from "@callnext/client";
import type { auditBodies } from "@callnext/protocol";
import { infiniteQueryOptions } from "@tanstack/react-query";
import { type AuditChoice, queryOf } from "./audit-choice.ts";

interface AuditPage {
  readonly entries: readonly auditBodies.AuditLine[];
  readonly next: string | null;
}

/** The newest entries first, further ones page by page. */
export function auditQuery(client: CallnextClient, tenant: string, choice: AuditChoice) {
  return infiniteQueryOptions({
    queryKey: ["tenant", tenant, "audit", choice],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => {
      const query = queryOf(choice);
      if (pageParam !== null) query.set("cursor", pageParam);
      return client.request<AuditPage>("GET", `/tenants/${tenant}/audit?${query.toString()}`);
    },
    getNextPageParam: ({ next }) => next,
  });
}
