import type { MessagesAnswer } from "@callnext/protocol";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { AddButton } from "../shared/AddButton.tsx";
import { RemovalButton } from "../shared/RemovalButton.tsx";
import { Section } from "../shared/Section.tsx";
import { CostForm } from "./CostForm.tsx";
import { SmsProviderForm } from "./SmsProviderForm.tsx";
import { TestForm } from "./TestForm.tsx";

interface Props {
  readonly tenant: string;
  readonly messages: MessagesAnswer;
}

/** By whom SMS leave, what they may cost, and a try of either way. */
export function SmsSection({ tenant, messages }: Props) {
  const { t } = useTranslation("admin");
  const [editing, setEditing] = useState(false);
  const { sms } = messages;
  const close = () => setEditing(false);
  return (
    <div data-testid="sms">
      <Section
        title={t("message-page.sms-title")}
        text={t("message-page.sms-text")}
        aside={
          sms === null && <AddButton text={t("message-page.sms-add")} onPress={() => setEditing(true)} />
        }
      >
        {sms === null ? (
          <p className="text-ink-soft">{t("message-page.sms-none")}</p>
        ) : (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2 font-semibold">
                {sms.name}
                {!sms.has_secret && <Badge tone="warn">{t("message-page.sms-no-secret")}</Badge>}
              </p>
              <p className="text-sm break-all text-ink-soft">{sms.url}</p>
            </div>
            <div className="flex flex-wrap gap-2">
              <Button
                variant="quiet"
                label={t("edit-of", { name: sms.name })}
                onPress={() => setEditing(true)}
              >
                {t("edit")}
              </Button>
              <RemovalButton
                tenant={tenant}
                path="/messages/sms"
                button={t("message-page.sms-remove")}
                label={t("message-page.sms-remove-of", { name: sms.name })}
                title={t("message-page.sms-remove-title")}
                text={t("message-page.sms-remove-text")}
              />
            </div>
          </div>
        )}
        <CostForm key={tenant} tenant={tenant} messages={messages} />
        <TestForm tenant={tenant} />
        <Dialog title={t("message-page.sms-add")} open={editing} onClose={close} wide>
          <SmsProviderForm tenant={tenant} provider={sms} presets={messages.sms_presets} onDone={close} />
        </Dialog>
      </Section>
    </div>
  );
}
