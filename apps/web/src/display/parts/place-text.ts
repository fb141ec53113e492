import type { DisplayTicket } from "@callnext/protocol";
import type { BoardTranslate } from "../catalogue.ts";

/** Where to go: "Counter 3", or the label itself where it is a name ("Cabinet 2"). */
export function placeText(t: BoardTranslate, counter: DisplayTicket["counter"]): string {
  if (counter === null || counter === "") return "";
  return /^\d+$/.test(String(counter)) ? t("counter", { counter }) : String(counter);
}
