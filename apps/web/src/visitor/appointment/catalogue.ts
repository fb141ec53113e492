import { appointment as appointmentEn } from "../../i18n/en/pages.json";
import { appointment as appointmentFr } from "../../i18n/fr/pages.json";
import { appointment as appointmentWo } from "../../i18n/wo/pages.json";
import type { Language } from "../../i18n/languages.ts";
import type { Catalogue, KeyOf, Translate } from "../../pages-shared/i18n/translate.ts";
import { useWords } from "../../pages-shared/speech.tsx";

const APPOINTMENT: Readonly<Record<Language, Catalogue>> = {
  fr: appointmentFr,
  en: appointmentEn,
  wo: appointmentWo,
};

export type AppointmentKey = KeyOf<typeof appointmentFr>;

export const useAppointmentWords = (): Translate<AppointmentKey> => useWords<AppointmentKey>(APPOINTMENT);
