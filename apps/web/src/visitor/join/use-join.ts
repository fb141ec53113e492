import type { CallnextClient } from "@callnext/client";
import { useCallback, useRef, useState } from "react";
import { errorCode } from "../../pages-shared/error-code.ts";
import type { SignupAnswer } from "../wire.ts";

export interface JoinRequest {
  readonly full_name: string;
  readonly phone: string;
  readonly locale: string;
  readonly service_id: number | null;
}

export type Joining =
  | { readonly kind: "idle" }
  | { readonly kind: "sending" }
  | { readonly kind: "refused"; readonly code: string | null };

export interface Join {
  readonly joining: Joining;
  readonly join: (tenantSlug: string, queueId: string, request: JoinRequest) => Promise<SignupAnswer | null>;
}

/**
 * Joins once: while an answer is awaited nothing more is sent, and what is sent again after a broken connection carries the
 * key of the first attempt, so that the server gives the same ticket. Other details are another request, with a new key.
 */
export function useJoin(client: CallnextClient, newKey: () => string): Join {
  const [joining, setJoining] = useState<Joining>({ kind: "idle" });
  const busy = useRef(false);
  const attempt = useRef({ about: "", key: "" });
  const join = useCallback(
    async (tenantSlug: string, queueId: string, request: JoinRequest) => {
      if (busy.current) return null;
      busy.current = true;
      setJoining({ kind: "sending" });
      const path = `/public/tenants/${encodeURIComponent(tenantSlug)}/queues/${encodeURIComponent(queueId)}/signup/`;
      const about = path + JSON.stringify(request);
      if (attempt.current.about !== about) attempt.current = { about, key: newKey() };
      try {
        // Stays "sending" after success: the page goes to the ticket.
        return await client.request<SignupAnswer>("POST", path, request, {
          idempotencyKey: attempt.current.key,
        });
      } catch (error) {
        busy.current = false;
        setJoining({ kind: "refused", code: errorCode(error) });
        return null;
      }
    },
    [client, newKey],
  );
  return { joining, join };
}
