import type { SharedKey } from "../pages-shared/speech.tsx";
import type { Translate } from "../pages-shared/i18n/translate.ts";

/** Where to go: "Counter 3", or the label itself where it is a name ("Cabinet 2"). */
export function placeText(t: Translate<SharedKey>, counter: string | null): string {
  if (counter === null || counter === "") return "";
  return /^\d+$/.test(counter) ? t("counter", { counter }) : counter;
}
