import { readFileSync } from "node:fs";

export type Language = "fr" | "en" | "wo";
type Catalogue = "common" | "console" | "admin" | "pages";

/** What a screen says, from the catalogue itself: `words("fr", "console", "setup.submit")`. */
export function words(language: Language, catalogue: Catalogue, key: string): string {
  const file = new URL(`../../apps/web/src/i18n/${language}/${catalogue}.json`, import.meta.url);
  let found: unknown = JSON.parse(readFileSync(file, "utf8"));
  for (const part of key.split(".")) {
    found =
      typeof found === "object" && found !== null
        ? (found as Readonly<Record<string, unknown>>)[part]
        : undefined;
  }
  if (typeof found !== "string")
    throw new Error(`The ${language} catalogue "${catalogue}" has no text "${key}"`);
  return found;
}
