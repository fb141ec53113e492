import { drawLight, type Connection } from "./draw-head.ts";
import { element, mark, within } from "./elements.ts";
import type { LiteFault } from "./lite-fault.ts";
import { sayIn, type Say } from "./lite-words.ts";

/** A whole screen that names why there is nothing to show. The board goes on asking behind it. */
export function drawFault(
  say: Say,
  fault: LiteFault,
  displayId: string,
  connection: Connection,
): HTMLElement {
  var box = mark(element("div", "notice"), { "data-testid": "fault", "data-fault": fault });
  return within(box, [
    element("h1", "", say(("fault." + fault + ".title") as "fault.loading.title")),
    element("p", "", say(("fault." + fault + ".advice") as "fault.loading.advice")),
    element("p", "", displayId),
    fault === "loading" ? drawLight(say, connection) : null,
  ]);
}

/** A screen that is nobody's yet: its code for the console, in all languages because it knows no one's. */
export function drawPairing(say: Say, code: string | null, asked: boolean): HTMLElement {
  var box = mark(element("div", "notice"), { "data-testid": "pairing" });
  var words = code !== null ? code : say(asked ? "pairing.trouble" : "pairing.asking");
  return within(box, [
    element("h1", "", say("pairing.title")),
    mark(element("p", code === null ? "" : "code", words), { "data-testid": "pairing-code" }),
    mark(element("p", "", sayIn("fr")("pairing.how")), { lang: "fr" }),
    mark(element("p", "", sayIn("wo")("pairing.how")), { lang: "wo" }),
    mark(element("p", "", sayIn("en")("pairing.how")), { lang: "en" }),
  ]);
}

/** A screen whose key was taken back. A remote control's OK is enough to begin again. */
export function drawSwitchedOff(say: Say, onAgain: () => void): HTMLElement {
  var again = element("button", "", say("off.again"));
  again.onclick = onAgain;
  return within(mark(element("div", "notice"), { "data-testid": "switched-off" }), [
    element("h1", "", say("off.title")),
    element("p", "", say("off.advice")),
    again,
  ]);
}
