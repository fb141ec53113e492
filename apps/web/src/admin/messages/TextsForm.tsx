import type { MessageTextsOnWire } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { TextAreaField } from "../../ui/TextAreaField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { FormActions } from "../shared/FormActions.tsx";
import { useForm } from "../shared/use-form.ts";
import { useSave } from "../shared/use-save.ts";
import { TextsPreview } from "./TextsPreview.tsx";
import { unknownHole } from "./unknown-hole.ts";

interface Props {
  readonly tenant: string;
  readonly texts: MessageTextsOnWire;
  readonly placeholders: readonly string[];
}

export function TextsForm({ tenant, texts, placeholders }: Props) {
  const { t } = useTranslation("admin");
  const saving = useSave(tenant, ["subject", "body", "short"]);
  const { kind, locale, own } = texts;
  const { values, set } = useForm({ subject: texts.subject, body: texts.body, short: texts.short });
  const draft = { kind, locale, ...values };
  const unknown = (text: string): string | null => {
    const hole = unknownHole(text, placeholders);
    return hole === null ? null : t("message-page.unknown-hole", { hole });
  };
  const field = (name: keyof typeof values) => ({
    value: values[name],
    onChange: set(name),
    error: unknown(values[name]) ?? saving.errorOf(name),
  });
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void saving.save("PUT", "/messages/texts", draft);
      }}
    >
      <Placeholders names={placeholders} />
      {/* A code goes by SMS alone. */}
      {kind !== "code" && (
        <>
          <TextField label={t("message-page.subject")} {...field("subject")} maxLength={150} required />
          <TextAreaField
            label={t("message-page.body")}
            {...field("body")}
            rows={9}
            maxLength={3_000}
            required
          />
        </>
      )}
      <TextAreaField
        label={t("message-page.short")}
        hint={t("message-page.short-hint")}
        {...field("short")}
        rows={3}
        maxLength={400}
        required
      />
      <TextsPreview tenant={tenant} draft={draft} />
      <div className="flex flex-wrap items-center justify-end gap-3">
        {own && (
          <Button
            variant="quiet"
            onPress={() => void saving.save("DELETE", `/messages/texts?kind=${kind}&locale=${locale}`)}
          >
            {t("message-page.usual-again")}
          </Button>
        )}
        <FormActions saving={saving} />
      </div>
    </form>
  );
}

function Placeholders({ names }: { readonly names: readonly string[] }) {
  const { t } = useTranslation("admin");
  return (
    <p className="text-sm text-ink-soft">
      {t("message-page.placeholders")}{" "}
      {names.map((name) => (
        <code key={name} className="mr-2 inline-block rounded bg-sunken px-1.5 font-mono" translate="no">
          {`{${name}}`}
        </code>
      ))}
    </p>
  );
}
