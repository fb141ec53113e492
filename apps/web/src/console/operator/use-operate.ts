import { useCallnext } from "@callnext/react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf, type Problem } from "../api/problem.ts";
import { problemText } from "../api/problem-text.ts";
import { TENANTS_KEY } from "./tenants-query.ts";

export interface Operate {
  readonly pending: boolean;
  /** Why the last one was refused, in words. */
  readonly refusal: string | null;
  /** Gives the answer, or null after a refusal. `path` is under `/operator/tenants`. */
  readonly send: <T>(path: string, body?: unknown) => Promise<T | null>;
}

/** What an operator does to organisations. */
export function useOperate(): Operate {
  const { t } = useTranslation("console");
  const client = useCallnext();
  const queries = useQueryClient();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async <T>(path: string, body?: unknown): Promise<T | null> => {
    setPending(true);
    setProblem(null);
    try {
      return await client.request<T>("POST", `/operator/tenants${path}`, body);
    } catch (error) {
      setProblem(problemOf(error));
      return null;
    } finally {
      setPending(false);
      await queries.invalidateQueries({ queryKey: TENANTS_KEY });
    }
  };
  return { pending, refusal: problem === null ? null : problemText(t, problem), send };
}
