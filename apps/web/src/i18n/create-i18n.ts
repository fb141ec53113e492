import i18next, { type i18n, type Resource } from "i18next";
import type { Language } from "./languages.ts";

/** A ready i18next for one page: what it may say is given, nothing is fetched behind its back. */
export function createI18n(language: Language, resources: Resource): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: language,
    resources,
    ns: Object.keys(Object.values(resources)[0] ?? {}),
    defaultNS: "common",
    fallbackNS: "common",
    fallbackLng: false,
    // React escapes what it renders; escaping here as well would show entities to people.
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  });
  return instance;
}
