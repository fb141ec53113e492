import type { Language } from "../../i18n/languages.ts";

/** A place in a line as people say it: "3rd", "3e", "3eel". */
export function ordinal(language: Language, place: number): string {
  switch (language) {
    case "fr":
      return place === 1 ? "1er" : `${place}e`;
    case "wo":
      return place === 1 ? "1 (njëkk)" : `${place}eel`;
    case "en":
      return `${place}${englishSuffix(place)}`;
  }
}

function englishSuffix(place: number): string {
  const tens = place % 100;
  if (tens >= 11 && tens <= 13) return "th";
  return ["th", "st", "nd", "rd"][place % 10] ?? "th";
}
