import { useCallnext } from "@callnext/react";
import { useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNotices } from "../../ui/notices/notices-context.ts";
import { newKey } from "../api/new-key.ts";
import { NO_ANSWER, problemOf, type Problem } from "../api/problem.ts";
import { problemText } from "../api/problem-text.ts";
import { useSignInAgain } from "../session/use-sign-in-again.ts";

export interface CommandRequest {
  readonly method?: "POST" | "PUT";
  /** Under `/tenants/{slug}`. */
  readonly path: string;
  readonly body?: unknown;
  /** Given by a form that keeps its key and shows refusals itself. */
  readonly key?: string;
}

export type CommandResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem | null };

export interface Commands {
  /** Ids under way: their buttons wait. */
  readonly pending: ReadonlySet<string>;
  /** One press, one command: while `id` is under way the same id does nothing (`problem: null`). Refusals are shown, except to a form. */
  readonly run: <T>(id: string, request: CommandRequest) => Promise<CommandResult<T>>;
}

/** A double click takes less; an answer may be faster than it. */
const DOUBLE_CLICK_MS = 400;

export function useCommands(tenant: string): Commands {
  const client = useCallnext();
  const notices = useNotices();
  const { t } = useTranslation("console");
  const signInAgain = useSignInAgain();
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const under = useRef(new Set<string>());

  const run = useCallback(
    async function send<T>(
      id: string,
      request: CommandRequest,
      key: string = request.key ?? newKey(),
    ): Promise<CommandResult<T>> {
      if (under.current.has(id)) return { ok: false, problem: null };
      under.current.add(id);
      setPending(new Set(under.current));
      const release = afterDoubleClick(() => {
        under.current.delete(id);
        setPending(new Set(under.current));
      });
      try {
        const { method = "POST", path, body } = request;
        // A command without a body is still JSON: some proxies and servers refuse an empty POST.
        const value = await client.request<T>(method, `/tenants/${tenant}${path}`, body ?? {}, {
          idempotencyKey: key,
        });
        notices.dismiss("command");
        return { ok: true, value };
      } catch (error) {
        const problem = problemOf(error);
        if (request.key === undefined || problem.status === 401) {
          // The same key: if the first attempt did arrive, this one only fetches its answer.
          const again = { text: t("action.retry"), run: () => void send(id, request, key) };
          const action = problem.status === 401 ? signInAgain : problem.code === NO_ANSWER ? again : null;
          const text = problemText(t, problem);
          notices.show({ id: "command", tone: "bad", text, ...(action === null ? {} : { action }) });
        }
        return { ok: false, problem };
      } finally {
        release();
      }
    },
    [client, notices, signInAgain, t, tenant],
  );
  return useMemo(() => ({ pending, run }), [pending, run]);
}

function afterDoubleClick(free: () => void): () => void {
  const from = performance.now();
  return () => void setTimeout(free, Math.max(0, DOUBLE_CLICK_MS - (performance.now() - from)));
}
