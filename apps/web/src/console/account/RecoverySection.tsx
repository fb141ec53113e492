import { useCallnext } from "@callnext/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "../../admin/shared/Section.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { PasswordForm } from "./PasswordForm.tsx";
import { RecoveryCodes } from "./RecoveryCodes.tsx";
import { useFactorChange } from "./use-factor-change.ts";
import { useFactors } from "./use-factors.ts";

/** For the day the phone is lost. There only while there is something to recover from. */
export function RecoverySection() {
  const { t } = useTranslation("console");
  const client = useCallnext();
  const factors = useFactors();
  const change = useFactorChange();
  const [asking, setAsking] = useState(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (factors === null || (factors.totp_since === null && factors.passkeys.length === 0)) return null;
  const close = (): void => {
    setAsking(false);
    setCodes(null);
  };
  const renew = async (password: string): Promise<void> => {
    const answer = await change.run(() =>
      client.request<{ recovery_codes: readonly string[] }>("POST", "/auth/recovery-codes", { password }),
    );
    if (answer !== null) setCodes(answer.recovery_codes);
  };
  return (
    <Section title={t("recovery.title")} text={t("recovery.left", { count: factors.recovery_codes_left })}>
      <Button onPress={() => setAsking(true)}>{t("recovery.renew")}</Button>
      <Dialog title={t("recovery.title")} open={asking} onClose={close} alert={codes !== null}>
        {codes === null ? (
          <div className="flex flex-col gap-4">
            <p className="text-base">{t("recovery.renew-text")}</p>
            <PasswordForm
              change={change}
              submit={t("recovery.renew")}
              onSubmit={(password) => void renew(password)}
            />
          </div>
        ) : (
          <RecoveryCodes codes={codes} onKept={close} />
        )}
      </Dialog>
    </Section>
  );
}
