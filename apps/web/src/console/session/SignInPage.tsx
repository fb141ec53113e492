import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { setupQuery } from "../setup/setup-query.ts";
import { DoorPage } from "../shell/DoorPage.tsx";
import { DemoLogins } from "./DemoLogins.tsx";
import { useSignIn } from "./use-sign-in.ts";

const route = getRouteApi("/console/sign-in");

export function SignInPage() {
  const { t } = useTranslation("console");
  const { pending, error, signIn } = useSignIn(route.useSearch().then);
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const setup = useQuery(setupQuery(useCallnext()));
  return (
    <DoorPage title={t("sign-in.title")}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void signIn(email, password);
        }}
      >
        <TextField
          label={t("field.email")}
          type="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          required
          autoFocus
        />
        <TextField
          label={t("field.password")}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          required
        />
        <p role="alert" className="min-h-6 text-base font-medium text-bad empty:hidden">
          {error}
        </p>
        <Button type="submit" variant="primary" size="large" pending={pending}>
          {t("sign-in.submit")}
        </Button>
      </form>
      {setup.data?.needed && (
        <p className="mt-6 rounded-lg bg-warn-soft p-4 text-warn">{t("sign-in.setup-needed")}</p>
      )}
      <DemoLogins onChoose={setEmail} />
    </DoorPage>
  );
}
