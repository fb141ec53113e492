import { useTranslation } from "react-i18next";
import { LANGUAGE_NAMES, LANGUAGES } from "../i18n/languages.ts";
import { switchLanguage } from "../i18n/switch-language.ts";
import { classNames } from "./class-names.ts";
import { remember } from "./remembered.ts";

/** Every language by its own name; the choice is kept in this browser. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <div role="group" aria-label={t("language")} className="flex gap-1">
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={i18n.language === language}
          className={classNames(
            "min-h-11 min-w-11 rounded-lg px-3 text-sm font-medium hover:bg-sunken",
            i18n.language === language ? "bg-accent-soft text-accent" : "text-ink-soft",
          )}
          onClick={() => {
            remember("language", language);
            void switchLanguage(i18n, language);
          }}
        >
          {LANGUAGE_NAMES[language]}
        </button>
      ))}
    </div>
  );
}
