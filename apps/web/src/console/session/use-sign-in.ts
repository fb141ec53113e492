import { useCallnext } from "@callnext/react";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { chooseLanguage } from "../../i18n/choose-language.ts";
import { switchLanguage } from "../../i18n/switch-language.ts";
import { recall } from "../../ui/remembered.ts";
import { problemText } from "../api/problem-text.ts";
import { problemOf } from "../api/problem.ts";
import type { User } from "../api/types.ts";
import { meQuery } from "./me-query.ts";

export interface SigningIn {
  readonly pending: boolean;
  readonly error: string | null;
  readonly signIn: (email: string, password: string) => Promise<void>;
}

/** Signs in, speaks the organisation's language, and goes on to `then` or to the console's start. */
export function useSignIn(then: string | undefined): SigningIn {
  const { t, i18n } = useTranslation("console");
  const client = useCallnext();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const signIn = async (email: string, password: string): Promise<void> => {
    if (pending) return;
    setPending(true);
    setError(null);
    try {
      const body = { email: email.trim(), password };
      const { user } = await client.request<{ user: User }>("POST", "/auth/login", body);
      await switchLanguage(
        i18n,
        chooseLanguage(recall("language"), user.tenant.locale, ...navigator.languages),
      );
      queries.clear();
      queries.setQueryData(meQuery(client).queryKey, user);
      client.reconnect();
      if (then === undefined) await navigate({ to: "/console" });
      else router.history.push(then);
    } catch (failure) {
      setError(problemText(t, problemOf(failure)));
      setPending(false);
    }
  };
  return { pending, error, signIn };
}
