import type { SmsPresetOnWire, SmsProviderOnWire } from "@callnext/protocol";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { FormActions } from "../shared/FormActions.tsx";
import { useSave } from "../shared/use-save.ts";
import { bodyOf, draftOf, type ProviderDraft, withPreset } from "./provider-draft.ts";
import { RequestFields } from "./RequestFields.tsx";

const FIELDS = ["name", "url", "headers", "body", "from", "country", "secret"];

interface Props {
  readonly tenant: string;
  readonly provider: SmsProviderOnWire | null;
  readonly presets: readonly SmsPresetOnWire[];
  readonly onDone: () => void;
}

export function SmsProviderForm({ tenant, provider, presets, onDone }: Props) {
  const { t } = useTranslation("admin");
  const saving = useSave(tenant, FIELDS);
  const [draft, setDraft] = useState(() => draftOf(provider, presets[0]));
  const [presetId, setPresetId] = useState("");
  const preset = presets.find(({ id }) => id === presetId);
  const choose = (id: string): void => {
    setPresetId(id);
    const chosen = presets.find((each) => each.id === id);
    if (chosen !== undefined) setDraft(withPreset(draft, chosen));
  };
  const field = (name: keyof ProviderDraft) => ({
    value: draft[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
    error: saving.errorOf(name),
  });
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void saving.save("PUT", "/messages/sms", bodyOf(draft)).then((saved) => saved !== null && onDone());
      }}
    >
      <SelectField
        label={t("message-page.preset")}
        hint={t("message-page.preset-hint")}
        value={presetId}
        choices={[
          { value: "", text: t("message-page.preset-none") },
          ...presets.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        onChange={choose}
      />
      <TextField
        label={
          preset === undefined
            ? t("message-page.secret")
            : t("message-page.secret-is", { what: preset.secret_is })
        }
        hint={t(provider?.has_secret === true ? "message-page.secret-kept" : "message-page.secret-hint")}
        {...field("secret")}
        type="password"
        maxLength={500}
      />
      <RequestFields field={field} />
      <FormActions saving={saving} onCancel={onDone} />
    </form>
  );
}
