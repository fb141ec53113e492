import { useCallnext } from "@callnext/react";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { chooseLanguage } from "../../i18n/choose-language.ts";
import { switchLanguage } from "../../i18n/switch-language.ts";
import { recall } from "../../ui/remembered.ts";
import type { User } from "../api/types.ts";
import { meQuery } from "./me-query.ts";

/** After a sign-in: speaks the organisation's language, and goes on to `then` or to the console's start. */
export function useEnter(then?: string): (user: User) => Promise<void> {
  const { i18n } = useTranslation();
  const client = useCallnext();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const router = useRouter();
  return async (user) => {
    await switchLanguage(
      i18n,
      chooseLanguage(recall("language"), user.tenant.locale, ...navigator.languages),
    );
    queries.clear();
    queries.setQueryData(meQuery(client).queryKey, user);
    client.reconnect();
    if (then === undefined) await navigate({ to: "/console" });
    else router.history.push(then);
  };
}
