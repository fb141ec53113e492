import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import type { User } from "../../api/types.ts";
import { askForPasskey, hasPasskeys, type RequestOptions } from "./ceremony.ts";
import { useFactorWords } from "./use-factor-words.ts";
import { waysQuery } from "./ways-query.ts";

interface Props {
  readonly then: string | undefined;
  readonly onDone: (user: User) => Promise<void>;
}

/** Signing in without a password: a passkey, or the organisation's own sign-in where one is set up. */
export function OtherWays({ then, onDone }: Props) {
  const { t } = useTranslation("console");
  const client = useCallnext();
  const words = useFactorWords();
  const ways = useQuery(waysQuery(client)).data;
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const withPasskeys = ways?.passkeys === true && hasPasskeys();
  if (ways === undefined || (!withPasskeys && ways.oidc === null)) return null;

  const signIn = async (): Promise<void> => {
    if (pending) return;
    setPending(true);
    setError(null);
    try {
      const passkey = await askForPasskey(
        await client.request<RequestOptions>("POST", "/auth/passkey-sign-in/options"),
      );
      await onDone((await client.request<{ user: User }>("POST", "/auth/passkey-sign-in", { passkey })).user);
    } catch (failure) {
      setError(words(failure));
      setPending(false);
    }
  };
  const search = then === undefined ? "" : `?${new URLSearchParams({ then }).toString()}`;
  return (
    <div className="mt-5 flex flex-col gap-3 border-t border-line pt-5">
      {withPasskeys && (
        <Button size="large" pending={pending} onPress={() => void signIn()}>
          <Icon name="key" />
          {t("sign-in.passkey")}
        </Button>
      )}
      {ways.oidc !== null && (
        <a
          href={`/api/v1/auth/oidc/start${search}`}
          className="inline-flex min-h-14 items-center justify-center rounded-lg border border-line-strong/60 bg-surface px-5 py-3 text-lg font-semibold hover:bg-sunken"
        >
          {t("sign-in.elsewhere", { name: ways.oidc.name })}
        </a>
      )}
      <p role="alert" className="text-base font-medium text-bad empty:hidden">
        {error}
      </p>
    </div>
  );
}
