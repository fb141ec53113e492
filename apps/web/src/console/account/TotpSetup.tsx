import { useCallnext } from "@callnext/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { QrCode } from "../../ui/QrCode.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { PasswordForm } from "./PasswordForm.tsx";
import { useFactorChange } from "./use-factor-change.ts";

interface Begun {
  readonly secret: string;
  readonly address: string;
}

interface Props {
  /** With the codes to keep, where it is the first factor. */
  readonly onDone: (codes: readonly string[] | null) => void;
}

/** Password, QR code, and the first code as the proof that the app has it. */
export function TotpSetup({ onDone }: Props) {
  const { t } = useTranslation("console");
  const client = useCallnext();
  const change = useFactorChange();
  const [begun, setBegun] = useState<Begun | null>(null);
  const [code, setCode] = useState("");
  if (begun === null) {
    const begin = async (password: string): Promise<void> => {
      const answer = await change.run(() => client.request<Begun>("POST", "/auth/totp", { password }));
      if (answer !== null) setBegun(answer);
    };
    return (
      <PasswordForm
        change={change}
        submit={t("factors.continue")}
        onSubmit={(password) => void begin(password)}
      />
    );
  }
  const confirm = async (): Promise<void> => {
    const answer = await change.run(() =>
      client.request<{ recovery_codes: readonly string[] | null }>("POST", "/auth/totp/confirm", { code }),
    );
    if (answer !== null) onDone(answer.recovery_codes);
  };
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <p className="text-base">{t("totp.scan")}</p>
      <QrCode text={begun.address} label={t("totp.qr")} className="size-52 self-center border border-line" />
      <p className="text-sm text-ink-soft">
        {t("totp.typed")}
        <code className="mt-1 block font-mono text-base break-all text-ink select-all">
          {begun.secret.replaceAll(/.{4}(?=.)/g, "$& ")}
        </code>
      </p>
      <TextField
        label={t("second-factor.code")}
        value={code}
        onChange={setCode}
        error={change.error}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={12}
        required
        autoFocus
      />
      <Button type="submit" variant="primary" pending={change.pending}>
        {t("totp.confirm")}
      </Button>
    </form>
  );
}
