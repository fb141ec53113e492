import { book as bookEn } from "../../i18n/en/pages.json";
import { book as bookFr } from "../../i18n/fr/pages.json";
import { book as bookWo } from "../../i18n/wo/pages.json";
import type { Language } from "../../i18n/languages.ts";
import type { Catalogue, KeyOf, Translate } from "../../pages-shared/i18n/translate.ts";
import { useWords } from "../../pages-shared/speech.tsx";

const BOOK: Readonly<Record<Language, Catalogue>> = { fr: bookFr, en: bookEn, wo: bookWo };

export type BookKey = KeyOf<typeof bookFr>;

export const useBookWords = (): Translate<BookKey> => useWords<BookKey>(BOOK);
