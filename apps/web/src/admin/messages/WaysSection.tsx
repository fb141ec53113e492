import type { MessagesAnswer } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { FormActions } from "../shared/FormActions.tsx";
import { Section } from "../shared/Section.tsx";
import { useForm } from "../shared/use-form.ts";
import { useSave } from "../shared/use-save.ts";
import { RemindersField } from "./RemindersField.tsx";
import { WaysTable } from "./WaysTable.tsx";

interface WaysDraft {
  readonly reminder_minutes: readonly number[];
  readonly ways: MessagesAnswer["settings"]["ways"];
}

/** When visitors are reminded, and which message goes which way. */
export function WaysSection({
  tenant,
  messages,
}: {
  readonly tenant: string;
  readonly messages: MessagesAnswer;
}) {
  const { t } = useTranslation("admin");
  const saving = useSave(tenant);
  const { reminder_minutes, ways } = messages.settings;
  const { values, set } = useForm<WaysDraft>({ reminder_minutes, ways });
  return (
    <div data-testid="ways">
      <Section title={t("message-page.ways-title")} text={t("message-page.ways-text")}>
        <form
          className="flex flex-col gap-5"
          onSubmit={(event) => {
            event.preventDefault();
            void saving.save("PATCH", "/messages/settings", values);
          }}
        >
          <RemindersField minutes={values.reminder_minutes} onChange={set("reminder_minutes")} />
          <WaysTable ways={values.ways} onChange={set("ways")} />
          {!messages.mail.available && <p className="text-sm text-warn">{t("message-page.no-mail")}</p>}
          {messages.sms === null && <p className="text-sm text-ink-soft">{t("message-page.no-sms")}</p>}
          <FormActions saving={saving} />
        </form>
      </Section>
    </div>
  );
}
