import { home as homeEn } from "../i18n/en/pages.json";
import { home as homeFr } from "../i18n/fr/pages.json";
import { home as homeWo } from "../i18n/wo/pages.json";
import type { Language } from "../i18n/languages.ts";
import type { Catalogue, KeyOf, Translate } from "../pages-shared/i18n/translate.ts";
import { useWords } from "../pages-shared/speech.tsx";

const HOME: Readonly<Record<Language, Catalogue>> = { fr: homeFr, en: homeEn, wo: homeWo };

export type HomeKey = KeyOf<typeof homeFr>;

export const useHomeWords = (): Translate<HomeKey> => useWords<HomeKey>(HOME);
