import { board as boardEn, shared as sharedEn } from "../i18n/en/pages.json";
import { board as boardFr, shared as sharedFr } from "../i18n/fr/pages.json";
import { board as boardWo, shared as sharedWo } from "../i18n/wo/pages.json";
import type { Language } from "../i18n/languages.ts";
import type { WaitKey } from "../pages-shared/i18n/wait-range.ts";
import { type Catalogue, type KeyOf, type Translate, translator } from "../pages-shared/i18n/translate.ts";

export type BoardTranslate = Translate<KeyOf<typeof boardFr> | WaitKey>;

const CATALOGUES: Readonly<Record<Language, Catalogue>> = {
  fr: { ...boardFr, wait: sharedFr.wait },
  en: { ...boardEn, wait: sharedEn.wait },
  wo: { ...boardWo, wait: sharedWo.wait },
};

export function boardTranslator(language: Language): BoardTranslate {
  return translator(language, CATALOGUES[language]);
}
