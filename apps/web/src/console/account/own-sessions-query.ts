import type { CallnextClient } from "@callnext/client";
import { queryOptions } from "@tanstack/react-query";

export interface OwnSession {
  readonly id: string;
  readonly browser: string | null;
  readonly system: string | null;
  readonly ip: string | null;
  readonly last_seen_at: string;
  readonly current: boolean;
}

export const OWN_SESSIONS = ["own-sessions"] as const;

export function ownSessionsQuery(client: CallnextClient) {
  return queryOptions({
    queryKey: OWN_SESSIONS,
    queryFn: async () =>
      (await client.request<{ sessions: readonly OwnSession[] }>("GET", "/auth/sessions")).sessions,
  });
}
