import type { CallnextClient } from "@callnext/client";
import { queryOptions } from "@tanstack/react-query";

export interface Passkey {
  readonly id: number;
  readonly name: string;
  readonly synced: boolean;
  readonly created_at: string;
  readonly last_used_at: string | null;
}

export interface OwnFactors {
  readonly totp_since: string | null;
  readonly passkeys: readonly Passkey[];
  readonly passkeys_available: boolean;
  readonly recovery_codes_left: number;
  readonly required: boolean;
}

/** What the signed-in person has beside their password. */
export function factorsQuery(client: CallnextClient) {
  return queryOptions({
    queryKey: ["second-factors"],
    queryFn: () => client.request<OwnFactors>("GET", "/auth/second-factors"),
  });
}
