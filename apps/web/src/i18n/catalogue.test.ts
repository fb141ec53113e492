import { describe, expect, it } from "vitest";
import { LANGUAGES } from "./languages.ts";

type Catalogue = { readonly [key: string]: string | Catalogue };

const catalogues = import.meta.glob<Catalogue>("./*/*.json", { eager: true, import: "default" });
const sources = import.meta.glob<string>(["../{console,admin,ui}/**/*.{ts,tsx}", "!**/*.test.ts"], {
  eager: true,
  query: "?raw",
  import: "default",
});

const flat = (tree: Catalogue, prefix = ""): (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] as const] : flat(value, `${prefix}${key}.`),
  );
const catalogue = (language: string, namespace: string): ReadonlyMap<string, string> =>
  new Map(flat(catalogues[`./${language}/${namespace}.json`] ?? {}));
/** Languages have their own plural forms; what they have in common is the stem. */
const stems = (keys: Iterable<string>): readonly string[] =>
  [...new Set([...keys].map((key) => key.replace(/_(zero|one|two|few|many|other)$/, "")))].toSorted();
const holes = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? "").toSorted();

describe.each(["common", "console", "admin", "pages"])("catalogue %s", (namespace) => {
  const french = catalogue("fr", namespace);
  it.each(LANGUAGES)("has every key in %s", (language) => {
    expect(french.size).toBeGreaterThan(0);
    expect(stems(catalogue(language, namespace).keys())).toEqual(stems(french.keys()));
  });
  it.each(LANGUAGES)("leaves nothing empty that French says, in %s", (language) => {
    const empty = [...catalogue(language, namespace)].filter(
      ([key, text]) => text.trim() === "" && french.get(key) !== "",
    );
    expect(empty).toEqual([]);
  });
  it.each(LANGUAGES)("fills the same gaps in %s", (language) => {
    for (const [key, text] of catalogue(language, namespace)) {
      const original = french.get(key);
      // A plural form may say "once" where others say the number.
      if (original !== undefined && !/_(one|zero)$/.test(key))
        expect([key, holes(text)]).toEqual([key, holes(original)]);
    }
  });
});

describe("catalogues of the console", () => {
  const known = (...of: readonly string[]) =>
    new Set(of.flatMap((namespace) => stems(catalogue("fr", namespace).keys())));
  const text = Object.values(sources).join("\n");
  const used = (source: string): readonly string[] =>
    [...source.matchAll(/\bt\(\s*"([^"]+)"/g)].map(([, key]) => key ?? "");

  it("has every key that a screen asks for by name", () => {
    const all = known("common", "console", "admin");
    expect(used(text).length).toBeGreaterThan(100);
    expect(used(text).filter((key) => !all.has(key))).toEqual([]);
  });
  it("gives the console and the shared parts nothing that only the administration has", () => {
    const own = known("common", "console");
    // The first shop is made with the administration's own forms, and loads its words.
    const elsewhere = Object.entries(sources).filter(
      ([path]) => !path.includes("/admin/") && !path.includes("/setup/"),
    );
    expect(elsewhere.flatMap(([, source]) => used(source)).filter((key) => !own.has(key))).toEqual([]);
  });
  it("has no key that nothing asks for", () => {
    const families = [...text.matchAll(/`([a-z-]+\.)\$\{|`([a-z-]+\.[a-z]+-)\$\{/g)].map(
      ([, one, other]) => one ?? other ?? "",
    );
    const unused = [...known("common", "console", "admin")].filter(
      (key) => !text.includes(`"${key}"`) && !families.some((family) => key.startsWith(family)),
    );
    expect(unused).toEqual([]);
  });
});
