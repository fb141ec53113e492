import { useCallnext } from "@callnext/react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NO_ANSWER, problemOf, type Problem } from "../../console/api/problem.ts";
import { useSteadyKey } from "../../console/api/use-steady-key.ts";
import { problemText } from "../../console/api/problem-text.ts";
import { useSignInAgain } from "../../console/session/use-sign-in-again.ts";
import { useNotices } from "../../ui/notices/notices-context.ts";

export interface Saving {
  readonly pending: boolean;
  readonly problem: Problem | null;
  /** The message for one field of the form, where the last refusal was about it. */
  readonly errorOf: (field: string) => string | null;
  /** Sends it; gives the answer, or null after a refusal, which is then shown here or beside its field. */
  readonly save: <T>(
    method: "POST" | "PUT" | "PATCH" | "DELETE",
    path: string,
    body?: unknown,
  ) => Promise<T | null>;
}

/** One form's or one button's writes; `path` is under `/tenants/{slug}`. `fields` are those that show their own errors. */
export function useSave(tenant: string, fields: readonly string[] = []): Saving {
  const { t } = useTranslation("admin");
  const client = useCallnext();
  const queries = useQueryClient();
  const notices = useNotices();
  const keys = useSteadyKey();
  const signInAgain = useSignInAgain();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const save = async <T>(
    method: "POST" | "PUT" | "PATCH" | "DELETE",
    path: string,
    body?: unknown,
  ): Promise<T | null> => {
    if (pending) return null;
    setPending(true);
    setProblem(null);
    try {
      const options = { idempotencyKey: keys.of([method, path, body]) };
      const answer = await client.request<T>(method, `/tenants/${tenant}${path}`, body, options);
      keys.answered();
      notices.show({ id: "saved", tone: "good", text: t("saved") });
      await queries.invalidateQueries({ queryKey: ["tenant", tenant] });
      return answer;
    } catch (error) {
      const refused = withField(problemOf(error));
      if (refused.code !== NO_ANSWER) keys.answered();
      setProblem(refused);
      if (refused.field === null || !fields.includes(topOf(refused.field))) {
        notices.show({
          id: "saved",
          tone: "bad",
          text: problemText(t, refused),
          ...(refused.status === 401 ? { action: signInAgain } : {}),
        });
      }
      return null;
    } finally {
      setPending(false);
    }
  };
  const errorOf = (field: string): string | null =>
    problem?.field != null && topOf(problem.field) === field ? problemText(t, problem) : null;
  return { pending, problem, errorOf, save };
}

/** Refusals that are about one field without naming it. */
const FIELDS: Readonly<Record<string, string>> = {
  "prefix-taken": "prefix",
  "label-taken": "label",
  "email-taken": "email",
};

const withField = (problem: Problem): Problem => ({
  ...problem,
  field: problem.field ?? FIELDS[problem.code] ?? null,
});

/** `theme.primaryColor` is shown at `theme`. */
const topOf = (field: string): string => field.split(/[.[/]/).find((part) => part !== "") ?? field;
