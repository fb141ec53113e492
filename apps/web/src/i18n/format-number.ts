import type { Language } from "./languages.ts";
import { WOLOF_DECIMAL, WOLOF_GROUP } from "./wolof-table.ts";

/** 1234.5 as `1 234,5` (fr), `1.234,5` (wo), `1,234.5` (en); at most `digits` after the point. */
export function formatNumber(value: number, language: Language, digits = 0): string {
  const written = new Intl.NumberFormat(language === "fr" ? "fr-FR" : "en-GB", {
    maximumFractionDigits: digits,
  }).format(value);
  if (language !== "wo") return written;
  return written.replace(/[.,]/g, (mark) => (mark === "," ? WOLOF_GROUP : WOLOF_DECIMAL));
}
