import { useCallnext } from "@callnext/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TextField } from "../../ui/TextField.tsx";
import { type CreationOptions, makePasskey } from "../session/factors/ceremony.ts";
import { PasswordForm } from "./PasswordForm.tsx";
import { useFactorChange } from "./use-factor-change.ts";

interface Props {
  /** With the codes to keep, where it is the first factor. */
  readonly onDone: (codes: readonly string[] | null) => void;
}

export function PasskeySetup({ onDone }: Props) {
  const { t } = useTranslation("console");
  const client = useCallnext();
  const change = useFactorChange();
  const [name, setName] = useState("");
  const add = async (password: string): Promise<void> => {
    const answer = await change.run(async () => {
      const path = "/auth/passkeys";
      const options = await client.request<CreationOptions>("POST", `${path}/options`, { password });
      const passkey = await makePasskey(options);
      return client.request<{ recovery_codes: readonly string[] | null }>("POST", path, { name, passkey });
    });
    if (answer !== null) onDone(answer.recovery_codes);
  };
  return (
    <PasswordForm change={change} submit={t("passkey.make")} onSubmit={(password) => void add(password)}>
      <TextField
        label={t("passkey.name")}
        hint={t("passkey.name-hint")}
        value={name}
        onChange={setName}
        maxLength={60}
        required
        autoFocus
      />
    </PasswordForm>
  );
}
