export const LANGUAGES = ["fr", "wo", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language under its own name, so that whoever needs it can find it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  fr: "Français",
  wo: "Wolof",
  en: "English",
};

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}
