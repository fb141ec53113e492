import type { CallnextClient } from "@callnext/client";
import { queryOptions } from "@tanstack/react-query";
import type { FactorKind, HalfSignIn } from "./half-sign-in.ts";

/** What a sign-in elsewhere has left half done in this browser. Rejects where there is none. */
export function halfQuery(client: CallnextClient, wanted: boolean) {
  return queryOptions({
    queryKey: ["half-sign-in"],
    enabled: wanted,
    retry: false,
    gcTime: 0,
    queryFn: async (): Promise<HalfSignIn> => {
      const { second_factor: factors } = await client.request<{ second_factor: readonly FactorKind[] }>(
        "GET",
        "/auth/second-factor",
      );
      return { factors, token: null };
    },
  });
}
