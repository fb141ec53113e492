import { useCallnext } from "@callnext/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TextField } from "../../ui/TextField.tsx";
import { PasswordForm } from "./PasswordForm.tsx";
import { useFactorChange } from "./use-factor-change.ts";

export function TotpRemoval({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation("console");
  const client = useCallnext();
  const change = useFactorChange();
  const [code, setCode] = useState("");
  const remove = async (password: string): Promise<void> => {
    const done = await change.run(async () => {
      await client.request("POST", "/auth/totp/disable", { password, code });
      return true;
    });
    if (done === true) onDone();
  };
  return (
    <PasswordForm
      change={change}
      submit={t("totp.remove")}
      danger
      onSubmit={(password) => void remove(password)}
    >
      <TextField
        label={t("totp.code-or-recovery")}
        value={code}
        onChange={setCode}
        autoComplete="one-time-code"
        maxLength={40}
        required
        autoFocus
      />
    </PasswordForm>
  );
}
