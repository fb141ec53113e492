import { LANGUAGE_NAMES, LANGUAGES } from "../i18n/languages.ts";
import { useLanguage, useShared } from "./speech.tsx";

/** Each language under its own name: whoever needs it must be able to find it. */
export function LanguageSwitch() {
  const { language, setLanguage } = useLanguage();
  const t = useShared();
  return (
    <div className="languages" role="group" aria-label={t("language")}>
      {LANGUAGES.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={each === language}
          onClick={() => setLanguage(each)}
        >
          {LANGUAGE_NAMES[each]}
        </button>
      ))}
    </div>
  );
}
