import type { i18n } from "i18next";
import { isLanguage, type Language } from "./languages.ts";
import { loadCatalogue, type LoadedNamespace } from "./load-catalogue.ts";

/** Makes sure these words are there in the language in use. */
export async function ensureNamespaces(
  instance: i18n,
  namespaces: readonly LoadedNamespace[],
  language?: Language,
): Promise<void> {
  const wanted = language ?? (isLanguage(instance.language) ? instance.language : "fr");
  const missing = namespaces.filter((namespace) => !instance.hasResourceBundle(wanted, namespace));
  await Promise.all(
    missing.map(async (namespace) =>
      instance.addResourceBundle(wanted, namespace, await loadCatalogue(wanted, namespace)),
    ),
  );
}

/** Fetches what the page uses in the other language first, so that no half-translated screen is shown. */
export async function switchLanguage(instance: i18n, language: Language): Promise<void> {
  const used = (["common", "console", "admin"] as const).filter((namespace) =>
    instance.hasResourceBundle(instance.language, namespace),
  );
  await ensureNamespaces(instance, used, language);
  await instance.changeLanguage(language);
  document.documentElement.lang = language;
}
