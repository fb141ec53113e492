import type { CallnextClient } from "@callnext/client";
import { queryOptions } from "@tanstack/react-query";

interface Ways {
  readonly passkeys: boolean;
  readonly oidc: { readonly name: string } | null;
}

/** How one can sign in at this server, beside address and password. */
export function waysQuery(client: CallnextClient) {
  return queryOptions({
    queryKey: ["ways"],
    staleTime: Infinity,
    queryFn: () => client.request<Ways>("GET", "/auth/ways"),
  });
}
