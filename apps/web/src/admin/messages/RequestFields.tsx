import { useTranslation } from "react-i18next";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextAreaField } from "../../ui/TextAreaField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { ProviderDraft } from "./provider-draft.ts";

interface FieldOfDraft {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | null;
}

/** What an SMS provider is called, and the request that it takes. */
export function RequestFields({ field }: { readonly field: (name: keyof ProviderDraft) => FieldOfDraft }) {
  const { t } = useTranslation("admin");
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label={t("message-page.sms-name")} {...field("name")} maxLength={60} required />
        <TextField
          label={t("message-page.sms-from")}
          hint={t("message-page.sms-from-hint")}
          {...field("from")}
          maxLength={40}
        />
      </div>
      <TextField
        label={t("message-page.country")}
        hint={t("message-page.country-hint")}
        {...field("country")}
        maxLength={2}
        required
      />
      <TextField
        label={t("message-page.sms-url")}
        hint={t("webhooks.url-hint")}
        {...field("url")}
        type="url"
        maxLength={500}
        required
      />
      <SelectField
        label={t("message-page.format")}
        {...field("format")}
        choices={(["json", "form"] as const).map((value) => ({
          value,
          text: t(`message-page.format-${value}`),
        }))}
      />
      <TextAreaField
        label={t("message-page.sms-headers")}
        hint={t("message-page.sms-headers-hint")}
        {...field("headers")}
        rows={2}
        maxLength={3_000}
        code
      />
      <TextAreaField
        label={t("message-page.sms-body")}
        hint={t("message-page.sms-body-hint")}
        {...field("body")}
        rows={3}
        maxLength={2_000}
        required
        code
      />
    </>
  );
}
