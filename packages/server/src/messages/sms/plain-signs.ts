const PLAIN: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  "“": '"',
  "”": '"',
  "«": '"',
  "»": '"',
  "–": "-",
  "—": "-",
  "…": "...",
  "\u00A0": " ",
  "\u202F": " ",
};

/** Typographers' signs would make a message several times as dear, and nobody misses them on a phone. */
export function plainSigns(text: string): string {
  return text.replaceAll(/[’‘“”«»–—…\u00A0\u202F]/g, (sign) => PLAIN[sign] ?? sign);
}
