import { waiting as waitingEn } from "../../i18n/en/pages.json";
import { waiting as waitingFr } from "../../i18n/fr/pages.json";
import { waiting as waitingWo } from "../../i18n/wo/pages.json";
import type { Language } from "../../i18n/languages.ts";
import type { Catalogue, KeyOf, Translate } from "../../pages-shared/i18n/translate.ts";
import { useWords } from "../../pages-shared/speech.tsx";

const WAITING: Readonly<Record<Language, Catalogue>> = { fr: waitingFr, en: waitingEn, wo: waitingWo };

export type WaitingKey = KeyOf<typeof waitingFr>;

export const useWaitingWords = (): Translate<WaitingKey> => useWords<WaitingKey>(WAITING);
