import { useCallnext } from "@callnext/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Problem, problemOf } from "./problem.ts";
import { problemText } from "./problem-text.ts";

export interface Requesting {
  readonly pending: boolean;
  readonly problem: Problem | null;
  /** What the last refusal says about this field. */
  readonly errorOf: (field: string) => string | null;
  /** What it says where it is about none of the fields that show their own. */
  readonly error: string | null;
  /** Sends it; gives the answer, or undefined after a refusal. */
  readonly send: <T>(
    method: "POST" | "PATCH" | "DELETE",
    path: string,
    body?: unknown,
  ) => Promise<{ readonly answer: T } | undefined>;
}

/** One form's requests outside any organisation. `fields` are those that show their own errors. */
export function useRequest(fields: readonly string[] = []): Requesting {
  const { t } = useTranslation("console");
  const client = useCallnext();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const field = fields.find((each) => each === problem?.field);
  return {
    pending,
    problem,
    errorOf: (name) => (problem !== null && field === name ? problemText(t, problem) : null),
    error: problem !== null && field === undefined ? problemText(t, problem) : null,
    async send<T>(method: "POST" | "PATCH" | "DELETE", path: string, body?: unknown) {
      if (pending) return undefined;
      setPending(true);
      setProblem(null);
      try {
        return { answer: await client.request<T>(method, path, body) };
      } catch (failure) {
        setProblem(problemOf(failure));
        return undefined;
      } finally {
        setPending(false);
      }
    },
  };
}
