import type { Language } from "../../i18n/languages.ts";

/** A tree of texts. `{{name}}` is filled in; `key_one` and `key_other` are the plural forms of `key`, chosen by `count`. */
export interface Catalogue {
  readonly [key: string]: string | Catalogue;
}

type WithoutPlural<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;

/** Dotted paths of all texts in a catalogue. */
export type KeyOf<C, Path extends string = ""> = {
  [K in keyof C & string]: C[K] extends string ? `${Path}${WithoutPlural<K>}` : KeyOf<C[K], `${Path}${K}.`>;
}[keyof C & string];

export type Values = Readonly<Record<string, string | number>>;
export type Translate<Key extends string = string> = (key: Key, values?: Values) => string;

/**
 * A hundred bytes of what a translation library does, in the same file format: boards have 40 KB for everything,
 * and Chrome 53 has no Intl.PluralRules.
 */
export function translator<Key extends string>(language: Language, catalogue: Catalogue): Translate<Key> {
  return (key, values = {}) => {
    const text =
      find(catalogue, key) ??
      find(catalogue, `${key}_${pluralOf(language, values["count"])}`) ??
      find(catalogue, `${key}_other`);
    if (text === undefined) throw new Error(`no text for "${key}" in ${language}`);
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ""));
  };
}

function pluralOf(language: Language, count: string | number | undefined): "one" | "other" {
  const n = Number(count ?? 0);
  switch (language) {
    case "wo":
      return "other";
    case "fr":
      return Math.abs(n) < 2 ? "one" : "other";
    case "en":
      return n === 1 ? "one" : "other";
  }
}

function find(catalogue: Catalogue, path: string): string | undefined {
  let node: string | Catalogue | undefined = catalogue;
  for (const part of path.split(".")) {
    if (typeof node !== "object") return undefined;
    node = node[part];
  }
  return typeof node === "string" ? node : undefined;
}
