import { push as pushEn } from "../../i18n/en/pages.json";
import { push as pushFr } from "../../i18n/fr/pages.json";
import { push as pushWo } from "../../i18n/wo/pages.json";
import type { Language } from "../../i18n/languages.ts";
import type { Catalogue, KeyOf, Translate } from "../../pages-shared/i18n/translate.ts";
import { useWords } from "../../pages-shared/speech.tsx";

const PUSH: Readonly<Record<Language, Catalogue>> = { fr: pushFr, en: pushEn, wo: pushWo };

export type PushKey = KeyOf<typeof pushFr>;

export const usePushWords = (): Translate<PushKey> => useWords<PushKey>(PUSH);
