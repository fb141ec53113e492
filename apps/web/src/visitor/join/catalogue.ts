import { join as joinEn } from "../../i18n/en/pages.json";
import { join as joinFr } from "../../i18n/fr/pages.json";
import { join as joinWo } from "../../i18n/wo/pages.json";
import type { Language } from "../../i18n/languages.ts";
import type { Catalogue, KeyOf, Translate } from "../../pages-shared/i18n/translate.ts";
import { useWords } from "../../pages-shared/speech.tsx";

const JOIN: Readonly<Record<Language, Catalogue>> = { fr: joinFr, en: joinEn, wo: joinWo };

export type JoinKey = KeyOf<typeof joinFr>;

export const useJoinWords = (): Translate<JoinKey> => useWords<JoinKey>(JOIN);
