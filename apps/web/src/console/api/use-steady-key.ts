import { useRef } from "react";
import { newKey } from "./new-key.ts";

export interface SteadyKey {
  /** The key to send this request with. */
  readonly of: (request: unknown) => string;
  /** The server has answered: the next request is a new one, even with the same content. */
  readonly answered: () => void;
}

/**
 * For forms that people send again when no answer came: the same content keeps its idempotency key until
 * the server has answered, so that the second try cannot make a second ticket, shop or person.
 */
export function useSteadyKey(): SteadyKey {
  const unanswered = useRef<{ readonly content: string; readonly key: string } | null>(null);
  const keys = useRef<SteadyKey>({
    of: (request) => {
      const content = JSON.stringify(request);
      if (unanswered.current?.content !== content) unanswered.current = { content, key: newKey() };
      return unanswered.current.key;
    },
    answered: () => {
      unanswered.current = null;
    },
  });
  return keys.current;
}
