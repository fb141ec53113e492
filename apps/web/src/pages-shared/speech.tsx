import { createContext, type ReactNode } from "react";
import { useContext, useEffect, useMemo, useState } from "react";
import { chooseLanguage } from "../i18n/choose-language.ts";
import { shared as sharedEn } from "../i18n/en/pages.json";
import { shared as sharedFr } from "../i18n/fr/pages.json";
import { shared as sharedWo } from "../i18n/wo/pages.json";
import type { Language } from "../i18n/languages.ts";
import { recall, remember } from "../ui/remembered.ts";
import { type Catalogue, type KeyOf, type Translate, translator } from "./i18n/translate.ts";

export type SharedKey = KeyOf<typeof sharedFr>;

interface Chosen {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}

const SHARED: Readonly<Record<Language, Catalogue>> = { fr: sharedFr, en: sharedEn, wo: sharedWo };
const ChosenLanguage = createContext<Chosen>({ language: "fr", setLanguage: () => undefined });

/** Chooses the page's language: the address, what was chosen here before, the device. */
export function SpeechProvider({ children }: { readonly children: ReactNode }) {
  const [language, choose] = useState(() =>
    chooseLanguage(
      new URLSearchParams(location.search).get("lang"),
      recall("language"),
      ...navigator.languages,
    ),
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const chosen = useMemo(
    () => ({
      language,
      setLanguage: (next: Language) => {
        remember("language", next);
        choose(next);
      },
    }),
    [language],
  );
  return <ChosenLanguage.Provider value={chosen}>{children}</ChosenLanguage.Provider>;
}

export const useLanguage = (): Chosen => useContext(ChosenLanguage);

/** How to say what all pages say. */
export function useShared(): Translate<SharedKey> {
  return useWords<SharedKey>(SHARED);
}

/** How to say a page's own words. Give the same catalogues each time. */
export function useWords<Key extends string>(
  catalogues: Readonly<Record<Language, Catalogue>>,
): Translate<Key> {
  const { language } = useLanguage();
  return useMemo(() => translator<Key>(language, catalogues[language]), [catalogues, language]);
}
