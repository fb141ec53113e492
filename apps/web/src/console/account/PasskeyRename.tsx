import { useCallnext } from "@callnext/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { Passkey } from "./factors-query.ts";
import { useFactorChange } from "./use-factor-change.ts";

export function PasskeyRename({
  passkey,
  onDone,
}: {
  readonly passkey: Passkey;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation("console");
  const client = useCallnext();
  const change = useFactorChange();
  const [name, setName] = useState(passkey.name);
  const save = async (): Promise<void> => {
    const done = await change.run(async () => {
      await client.request("PATCH", `/auth/passkeys/${String(passkey.id)}`, { name });
      return true;
    });
    if (done === true) onDone();
  };
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={t("passkey.name")}
        value={name}
        onChange={setName}
        error={change.error}
        maxLength={60}
        required
        autoFocus
      />
      <Button type="submit" variant="primary" pending={change.pending}>
        {t("passkey.rename")}
      </Button>
    </form>
  );
}
