import { isLanguage, type Language } from "./languages.ts";

/** The first wish that is a language of ours (`fr-SN` counts as `fr`); French where none is. */
export function chooseLanguage(...wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const language = wish?.toLowerCase().split(/[-_]/)[0];
    if (isLanguage(language)) return language;
  }
  return "fr";
}
