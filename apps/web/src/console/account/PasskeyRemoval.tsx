import { useCallnext } from "@callnext/react";
import { useTranslation } from "react-i18next";
import type { Passkey } from "./factors-query.ts";
import { PasswordForm } from "./PasswordForm.tsx";
import { useFactorChange } from "./use-factor-change.ts";

export function PasskeyRemoval({
  passkey,
  onDone,
}: {
  readonly passkey: Passkey;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation("console");
  const client = useCallnext();
  const change = useFactorChange();
  const remove = async (password: string): Promise<void> => {
    const done = await change.run(async () => {
      await client.request("POST", `/auth/passkeys/${String(passkey.id)}/remove`, { password });
      return true;
    });
    if (done === true) onDone();
  };
  return (
    <div className="flex flex-col gap-4">
      <p className="text-base">{t("passkey.remove-text")}</p>
      <PasswordForm
        change={change}
        submit={t("passkey.remove")}
        danger
        onSubmit={(password) => void remove(password)}
      />
    </div>
  );
}
