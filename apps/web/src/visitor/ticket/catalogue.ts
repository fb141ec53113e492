import { ticket as ticketEn } from "../../i18n/en/pages.json";
import { ticket as ticketFr } from "../../i18n/fr/pages.json";
import { ticket as ticketWo } from "../../i18n/wo/pages.json";
import type { Language } from "../../i18n/languages.ts";
import type { Catalogue, KeyOf, Translate } from "../../pages-shared/i18n/translate.ts";
import { useWords } from "../../pages-shared/speech.tsx";

const TICKET: Readonly<Record<Language, Catalogue>> = { fr: ticketFr, en: ticketEn, wo: ticketWo };

export type TicketKey = KeyOf<typeof ticketFr>;

export const useTicketWords = (): Translate<TicketKey> => useWords<TicketKey>(TICKET);
