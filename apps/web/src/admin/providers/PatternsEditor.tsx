import type { StaffShop } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { PatternFields } from "./PatternFields.tsx";
import { newPattern, type PatternDraft } from "./provider-draft.ts";

interface Props {
  readonly shop: StaffShop;
  readonly patterns: readonly PatternDraft[];
  readonly onChange: (patterns: readonly PatternDraft[]) => void;
  readonly error: string | null;
}

/** When somebody works. Without a plan: whenever the shop is open. */
export function PatternsEditor({ shop, patterns, onChange, error }: Props) {
  const { t } = useTranslation("admin");
  const change = (at: number, part: Partial<PatternDraft>) =>
    onChange(patterns.map((pattern, index) => (index === at ? { ...pattern, ...part } : pattern)));
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 text-base font-semibold">{t("patterns.title")}</legend>
      {patterns.length === 0 && <p className="text-ink-soft">{t("patterns.none")}</p>}
      {patterns.map((pattern, index) => (
        <PatternFields
          key={index}
          pattern={pattern}
          onChange={(part) => change(index, part)}
          onRemove={() => onChange(patterns.filter((_, at) => at !== index))}
        />
      ))}
      {error && (
        <p role="alert" className="font-medium text-bad">
          {error}
        </p>
      )}
      <Button
        className="self-start"
        onPress={() => onChange([...patterns, newPattern(shop.service_day, shop.opening_hours)])}
      >
        <Icon name="add" />
        {t("patterns.add")}
      </Button>
    </fieldset>
  );
}
