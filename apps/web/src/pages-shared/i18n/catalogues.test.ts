import { describe, expect, it } from "vitest";
import en from "../../i18n/en/pages.json";
import fr from "../../i18n/fr/pages.json";
import wo from "../../i18n/wo/pages.json";
import type { Catalogue } from "./translate.ts";

/** Path → names it fills in; plural forms count as one text. */
function texts(catalogue: Catalogue, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(catalogue)) {
    const at = `${path}${key.replace(/_(one|other)$/, "")}`;
    if (typeof value === "string") found.set(at, fillings(value));
    else for (const [inner, names] of texts(value, `${at}.`)) found.set(inner, names);
  }
  return found;
}

function fillings(text: string): string {
  const names = [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? "");
  return names.toSorted((a, b) => a.localeCompare(b)).join();
}

function keys(catalogue: Catalogue): readonly string[] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === "string" ? [key] : keys(value),
  );
}

describe("the pages' catalogues", () => {
  it.each([
    ["en", en],
    ["wo", wo],
  ] as const)("%s says all that French says, with the same fillings", (_, catalogue) => {
    expect(texts(catalogue)).toEqual(texts(fr));
  });
  it("has both plural forms in French and English, and the one of Wolof", () => {
    for (const catalogue of [fr, en]) {
      const ones = keys(catalogue).filter((key) => key.endsWith("_one"));
      const others = keys(catalogue).filter((key) => key.endsWith("_other"));
      expect(ones.map((key) => key.slice(0, -4))).toEqual(others.map((key) => key.slice(0, -6)));
    }
    expect(keys(wo).filter((key) => key.endsWith("_one"))).toEqual([]);
  });
});
