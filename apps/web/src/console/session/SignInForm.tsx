import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { setupQuery } from "../setup/setup-query.ts";
import { LINK } from "../shell/link-style.ts";
import { DemoLogins } from "./DemoLogins.tsx";
import { OtherWays } from "./factors/OtherWays.tsx";
import type { SigningIn } from "./use-sign-in.ts";

interface Props {
  readonly then: string | undefined;
  readonly signingIn: SigningIn;
  /** Why an attempt elsewhere led back here. */
  readonly notice: string | null;
}

export function SignInForm({ then, signingIn, notice }: Props) {
  const { t } = useTranslation("console");
  const { pending, error, signIn, enter } = signingIn;
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const setup = useQuery(setupQuery(useCallnext()));
  return (
    <>
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
          {error ?? notice}
        </p>
        <Button type="submit" variant="primary" size="large" pending={pending}>
          {t("sign-in.submit")}
        </Button>
      </form>
      <Link to="/console/forgot" className={`mt-3 ${LINK}`}>
        {t("sign-in.forgot")}
      </Link>
      <OtherWays then={then} onDone={enter} />
      {setup.data?.needed && (
        <p className="mt-6 rounded-lg bg-warn-soft p-4 text-warn">{t("sign-in.setup-needed")}</p>
      )}
      <DemoLogins onChoose={setEmail} />
    </>
  );
}
