import { useEffect } from "react";
import type { Language } from "../i18n/languages.ts";

/** The document's language and title. */
export function usePageFrame(language: Language, title: string, name: string | null): void {
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = name === null ? title : `${name} – ${title}`;
  }, [language, title, name]);
}
