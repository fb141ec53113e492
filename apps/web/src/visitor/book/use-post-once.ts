import type { CallnextClient } from "@callnext/client";
import { useCallback, useRef, useState } from "react";
import { errorCode } from "../../pages-shared/error-code.ts";
import { randomKey } from "../random-key.ts";

export type Sending =
  | { readonly kind: "idle" }
  | { readonly kind: "sending" }
  /** Empty code: no answer came. */
  | { readonly kind: "refused"; readonly code: string };

export interface PostOnce {
  readonly sending: Sending;
  /** The answer, or the code of a refusal. */
  readonly post: <T extends object>(
    path: string,
    body: object,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<T | string>;
}

/**
 * Sends a form once: while an answer is awaited nothing more is sent, and what is sent again after a broken connection carries
 * the key of the first attempt, so that the server gives the same answer. Other details are another request, with a new key.
 */
export function usePostOnce(client: CallnextClient): PostOnce {
  const [sending, setSending] = useState<Sending>({ kind: "idle" });
  const busy = useRef(false);
  const attempt = useRef({ about: "", key: "" });
  const post = useCallback(
    async <T extends object>(path: string, body: object, headers: Readonly<Record<string, string>> = {}) => {
      if (busy.current) return "";
      busy.current = true;
      setSending({ kind: "sending" });
      const about = path + JSON.stringify(body);
      if (attempt.current.about !== about) attempt.current = { about, key: randomKey() };
      try {
        const idempotencyKey = attempt.current.key;
        const answer = await client.request<T>("POST", path, body, { idempotencyKey, headers });
        // Stays "sending" after success: the page goes elsewhere. Brought back by the browser as it was, it begins anew.
        window.addEventListener("pageshow", () => location.reload());
        return answer;
      } catch (error) {
        busy.current = false;
        const code = errorCode(error) ?? "";
        setSending({ kind: "refused", code });
        return code;
      }
    },
    [client],
  );
  return { sending, post };
}
