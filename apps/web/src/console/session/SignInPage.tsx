import { useCallnext } from "@callnext/react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate, useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { chooseLanguage } from "../../i18n/choose-language.ts";
import { switchLanguage } from "../../i18n/switch-language.ts";
import { Button } from "../../ui/Button.tsx";
import { recall } from "../../ui/remembered.ts";
import { TextField } from "../../ui/TextField.tsx";
import { problemOf } from "../api/problem.ts";
import { problemText } from "../api/problem-text.ts";
import type { User } from "../api/types.ts";
import { DoorPage } from "../shell/DoorPage.tsx";
import { DemoLogins } from "./DemoLogins.tsx";
import { meQuery } from "./me-query.ts";

const route = getRouteApi("/console/sign-in");

export function SignInPage() {
  const { t, i18n } = useTranslation("console");
  const client = useCallnext();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const router = useRouter();
  const { then } = route.useSearch();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const setup = useQuery({ queryKey: ["setup"], queryFn: () => client.request<{ needed: boolean }>("GET", "/setup") });

  const signIn = async () => {
    setPending(true);
    setError(null);
    try {
      const { user } = await client.request<{ user: User }>("POST", "/auth/login", { email: email.trim(), password });
      await switchLanguage(i18n, chooseLanguage(recall("language"), user.tenant.locale, ...navigator.languages));
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

  return (
    <DoorPage title={t("sign-in.title")}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!pending) void signIn();
        }}
      >
        <TextField label={t("field.email")} type="email" autoComplete="username" value={email} onChange={setEmail} required autoFocus />
        <TextField label={t("field.password")} type="password" autoComplete="current-password" value={password} onChange={setPassword} required />
        <p role="alert" className="min-h-6 text-base font-medium text-bad empty:hidden">
          {error}
        </p>
        <Button type="submit" variant="primary" size="large" pending={pending}>
          {t("sign-in.submit")}
        </Button>
      </form>
      {setup.data?.needed && <p className="mt-6 rounded-lg bg-warn-soft p-4 text-warn">{t("sign-in.setup-needed")}</p>}
      <DemoLogins onChoose={setEmail} />
    </DoorPage>
  );
}
