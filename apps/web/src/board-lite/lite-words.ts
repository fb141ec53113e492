import { board as en } from "../i18n/en/pages.json";
import { board as fr } from "../i18n/fr/pages.json";
import { board as wo } from "../i18n/wo/pages.json";
import type { Language } from "../i18n/languages.ts";
import type { Catalogue, KeyOf, Values } from "../pages-shared/i18n/translate.ts";

export type LiteKey = KeyOf<typeof fr>;
export type Say = (key: LiteKey, values?: Values) => string;

var CATALOGUES: { readonly [language: string]: Catalogue } = { fr: fr, en: en, wo: wo };

/** The first wish that is a language of ours (`fr-SN` counts as `fr`); French where none is. */
export function languageOf(wishes: readonly (string | null | undefined)[]): Language {
  for (var i = 0; i < wishes.length; i += 1) {
    var code = (wishes[i] || "").toLowerCase().split(/[-_]/)[0];
    if (code === "fr" || code === "en" || code === "wo") return code;
  }
  return "fr";
}

/** The board's own words; those that differ with a count read alike in all our languages. */
export function sayIn(language: Language): Say {
  return function (key: string, values?: Values): string {
    var text = find(CATALOGUES[language], key) || find(CATALOGUES[language], key + "_other") || "";
    return text.replace(/\{\{(\w+)\}\}/g, function (_, name: string): string {
      var value = values === undefined ? undefined : values[name];
      return value === undefined ? "" : String(value);
    });
  };
}

function find(catalogue: Catalogue | undefined, path: string): string {
  var node: string | Catalogue | undefined = catalogue;
  var parts = path.split(".");
  for (var i = 0; i < parts.length; i += 1) {
    if (typeof node !== "object") return "";
    node = node[parts[i] || ""];
  }
  return typeof node === "string" ? node : "";
}

/** Where to go: "Counter 3", or the label itself where it is a name ("Cabinet 2"). */
export function placeText(say: Say, counter: string | number | null): string {
  if (counter === null || counter === "") return "";
  return /^\d+$/.test(String(counter)) ? say("counter", { counter: counter }) : String(counter);
}
