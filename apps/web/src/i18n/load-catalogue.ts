import type { ResourceKey } from "i18next";
import type { Language } from "./languages.ts";

/** The namespaces that pages fetch as they need them; the visitor pages carry theirs with them. */
export type LoadedNamespace = "common" | "console" | "admin";

const files = import.meta.glob<ResourceKey>("./*/{common,console,admin}.json", { import: "default" });

/** One language of one namespace, as its own small file. Rejects when the network does. */
export async function loadCatalogue(language: Language, namespace: LoadedNamespace): Promise<ResourceKey> {
  const load = files[`./${language}/${namespace}.json`];
  if (load === undefined) throw new Error(`no catalogue ${language}/${namespace}`);
  return load();
}
