import { useState } from "react";
import { useTranslation } from "react-i18next";
import { applyTheme, rememberedTheme, THEME_CHOICES } from "./theme-choice.ts";

export function ThemeSwitch() {
  const { t } = useTranslation();
  const [choice, setChoice] = useState(rememberedTheme);
  return (
    <select
      aria-label={t("theme.title")}
      className="min-h-11 rounded-lg border border-line bg-surface px-3 text-sm"
      value={choice}
      onChange={(event) => {
        const next = THEME_CHOICES.find((each) => each === event.currentTarget.value) ?? "system";
        setChoice(next);
        applyTheme(next);
      }}
    >
      {THEME_CHOICES.map((each) => (
        <option key={each} value={each}>
          {t(`theme.${each}`)}
        </option>
      ))}
    </select>
  );
}
