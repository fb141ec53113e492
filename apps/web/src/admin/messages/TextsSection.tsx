import type { MessagesAnswer } from "@callnext/protocol";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isLanguage, LANGUAGE_NAMES, LANGUAGES } from "../../i18n/languages.ts";
import { Badge } from "../../ui/Badge.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { Section } from "../shared/Section.tsx";
import { MESSAGE_KINDS, type MessageKind } from "./message-kinds.ts";
import { TextsForm } from "./TextsForm.tsx";

interface Props {
  readonly tenant: string;
  readonly messages: MessagesAnswer;
}

/** The words, one message and one language at a time. */
export function TextsSection({ tenant, messages }: Props) {
  const { t, i18n } = useTranslation("admin");
  const [kind, setKind] = useState<MessageKind>("appointment-confirmed");
  const [locale, setLocale] = useState(isLanguage(i18n.language) ? i18n.language : "fr");
  const texts = messages.texts.find((each) => each.kind === kind && each.locale === locale);
  if (texts === undefined) return null;
  return (
    <div data-testid="texts">
      <Section title={t("message-page.texts-title")} text={t("message-page.texts-text")}>
        <div className="mb-4 grid items-end gap-4 sm:grid-cols-2">
          <SelectField
            label={t("message-page.message")}
            value={kind}
            choices={MESSAGE_KINDS.map((value) => ({ value, text: t(`message-kind.${value}`) }))}
            onChange={(value) => setKind(MESSAGE_KINDS.find((each) => each === value) ?? kind)}
          />
          <SelectField
            label={t("message-page.language")}
            value={locale}
            choices={LANGUAGES.map((value) => ({ value, text: LANGUAGE_NAMES[value] }))}
            onChange={(value) => setLocale(isLanguage(value) ? value : locale)}
          />
        </div>
        <p className="mb-4" data-testid="whose" data-own={texts.own}>
          <Badge tone={texts.own ? "accent" : "calm"}>
            {t(texts.own ? "message-page.own" : "message-page.usual")}
          </Badge>
        </p>
        <TextsForm
          key={`${kind} ${locale} ${String(texts.own)}`}
          tenant={tenant}
          texts={texts}
          placeholders={messages.placeholders[kind]}
        />
      </Section>
    </div>
  );
}
