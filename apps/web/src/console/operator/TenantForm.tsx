import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useForm } from "../../admin/shared/use-form.ts";
import { LANGUAGE_NAMES, LANGUAGES } from "../../i18n/languages.ts";
import { Button } from "../../ui/Button.tsx";
import { CopyLink } from "../../ui/CopyLink.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { FormError } from "../shell/FormError.tsx";
import { useOperate } from "./use-operate.ts";

const EMPTY = { organisation: "", locale: "fr", admin_name: "", admin_email: "" };

/** Makes an organisation, and then shows the link for its first administrator, this once. */
export function TenantForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation("console");
  const operate = useOperate();
  const { values, set } = useForm(EMPTY);
  const [link, setLink] = useState<string | null>(null);
  const bound = (field: keyof typeof EMPTY) => ({
    value: values[field],
    onChange: set(field),
    required: true,
  });
  const send = async (): Promise<void> => {
    const made = await operate.send<{ invitation_url: string }>("", values);
    if (made !== null) setLink(made.invitation_url);
  };
  if (link !== null)
    return (
      <div className="flex flex-col gap-4">
        <p role="status" className="rounded-lg bg-warn-soft p-4 text-warn">
          {t("operator.hand-over")}
        </p>
        <CopyLink address={link} />
        <Button variant="primary" className="self-end" onPress={onDone}>
          {t("action.done", { ns: "common" })}
        </Button>
      </div>
    );
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField label={t("operator.organisation")} {...bound("organisation")} maxLength={120} autoFocus />
      <SelectField
        label={t("language", { ns: "common" })}
        value={values.locale}
        onChange={set("locale")}
        choices={LANGUAGES.map((language) => ({ value: language, text: LANGUAGE_NAMES[language] }))}
      />
      <TextField label={t("operator.admin-name")} {...bound("admin_name")} maxLength={120} />
      <TextField label={t("operator.admin-email")} {...bound("admin_email")} type="email" />
      <FormError text={operate.refusal} />
      <div className="flex flex-wrap justify-end gap-3">
        <Button onPress={onDone}>{t("action.back", { ns: "common" })}</Button>
        <Button type="submit" variant="primary" pending={operate.pending}>
          {t("operator.make")}
        </Button>
      </div>
    </form>
  );
}
