import { board as boardEn } from "../i18n/en/pages.json";
import { board as boardFr } from "../i18n/fr/pages.json";
import { board as boardWo } from "../i18n/wo/pages.json";
import type { Language } from "../i18n/languages.ts";
import { type Catalogue, type KeyOf, type Translate, translator } from "../pages-shared/i18n/translate.ts";

export type BoardTranslate = Translate<KeyOf<typeof boardFr>>;

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { fr: boardFr, en: boardEn, wo: boardWo };

export function boardTranslator(language: Language): BoardTranslate {
  return translator(language, CATALOGUES[language]);
}
