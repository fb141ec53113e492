import { slots as slotsEn } from "../../i18n/en/pages.json";
import { slots as slotsFr } from "../../i18n/fr/pages.json";
import { slots as slotsWo } from "../../i18n/wo/pages.json";
import type { Language } from "../../i18n/languages.ts";
import type { Catalogue, KeyOf, Translate } from "../../pages-shared/i18n/translate.ts";
import { useWords } from "../../pages-shared/speech.tsx";

const SLOTS: Readonly<Record<Language, Catalogue>> = { fr: slotsFr, en: slotsEn, wo: slotsWo };

export type SlotsKey = KeyOf<typeof slotsFr>;

export const useSlotsWords = (): Translate<SlotsKey> => useWords<SlotsKey>(SLOTS);
