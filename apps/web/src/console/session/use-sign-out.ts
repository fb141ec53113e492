import { useCallnext } from "@callnext/react";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useNotices } from "../../ui/notices/notices-context.ts";
import { problemOf } from "../api/problem.ts";
import { problemText } from "../api/problem-text.ts";

/** Ends the session on the server first: a desk that only looks signed out would stay open to the next person. */
export function useSignOut(): () => Promise<void> {
  const client = useCallnext();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const notices = useNotices();
  const { t } = useTranslation("console");
  return async () => {
    try {
      await client.request("POST", "/auth/logout");
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status !== 401) {
        notices.show({ id: "sign-out", tone: "bad", text: problemText(t, problem) });
        return;
      }
    }
    queries.clear();
    await navigate({ to: "/console/sign-in", search: {} });
    await client.forget();
    client.reconnect();
  };
}
