/** Browsers carry no Wolof dates or numbers. Names as in the Unicode CLDR. Index 0 is January; Sunday. */
export const WOLOF_MONTHS = [
  "Samwiyee",
  "Fewriyee",
  "Mars",
  "Awril",
  "Mee",
  "Suwe",
  "Sulet",
  "Ut",
  "Sàttumbar",
  "Oktoobar",
  "Nowàmbar",
  "Desàmbar",
] as const;

export const WOLOF_WEEKDAYS = [
  "Dibéer",
  "Altine",
  "Talaata",
  "Àlarba",
  "Alxamis",
  "Àjjuma",
  "Aseer",
] as const;

export const WOLOF_DECIMAL = ",";
export const WOLOF_GROUP = ".";
