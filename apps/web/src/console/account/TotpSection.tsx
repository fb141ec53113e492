import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "../../admin/shared/Section.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { RecoveryCodes } from "./RecoveryCodes.tsx";
import { TotpRemoval } from "./TotpRemoval.tsx";
import { TotpSetup } from "./TotpSetup.tsx";
import { useFactors } from "./use-factors.ts";

/** The authenticator app. */
export function TotpSection() {
  const { t } = useTranslation("console");
  const factors = useFactors();
  const [open, setOpen] = useState<"set-up" | "remove" | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const close = (): void => setOpen(null);
  if (factors === null) return null;
  const isOn = factors.totp_since !== null;
  return (
    <Section
      title={t("totp.title")}
      text={t("totp.text")}
      aside={isOn && <Badge tone="good">{t("factors.on")}</Badge>}
    >
      <Button variant={isOn ? "plain" : "primary"} onPress={() => setOpen(isOn ? "remove" : "set-up")}>
        {t(isOn ? "totp.remove" : "totp.set-up")}
      </Button>
      <Dialog title={t("totp.set-up")} open={open === "set-up"} onClose={close}>
        <TotpSetup
          onDone={(fresh) => {
            close();
            setCodes(fresh);
          }}
        />
      </Dialog>
      <Dialog title={t("totp.remove")} open={open === "remove"} onClose={close}>
        <TotpRemoval onDone={close} />
      </Dialog>
      <Dialog title={t("recovery.title")} open={codes !== null} onClose={() => setCodes(null)} alert>
        {codes !== null && <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />}
      </Dialog>
    </Section>
  );
}
