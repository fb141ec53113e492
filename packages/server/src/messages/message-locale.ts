/** The languages that messages are written in. */
export const MESSAGE_LOCALES = ["fr", "en", "wo"] as const;

export type MessageLocale = (typeof MESSAGE_LOCALES)[number];

/** The visitor's language, else the shop's; French is the house's first, as on the screens. */
export function messageLocale(...wanted: readonly (string | null | undefined)[]): MessageLocale {
  for (const tag of wanted) {
    const found = MESSAGE_LOCALES.find((locale) => locale === tag?.split("-")[0]?.toLowerCase());
    if (found !== undefined) return found;
  }
  return "fr";
}
