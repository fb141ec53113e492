import type { Drawn } from "./draw-board.ts";
import { element, mark, within } from "./elements.ts";
import { clockText } from "./lite-clock.ts";
import type { Say } from "./lite-words.ts";

export type Connection = "live" | "polling" | "disconnected";

/** Whose board it is, the time, and whether it is connected. */
export function drawHead(drawn: Drawn): HTMLElement {
  var display = drawn.answer.display;
  var clock = element("div", "clock", clockText(drawn.now, display.time_zone));
  return within(element("div", "head"), [
    mark(clock, { "data-testid": "clock" }),
    drawLight(drawn.say, drawn.connection),
    drawn.sound,
    logo(display.theme.logo),
    element("h1", "", display.shop_name || display.name),
    element("p", "name", display.name),
  ]);
}

/** In words and in colour. */
export function drawLight(say: Say, connection: Connection): HTMLElement {
  var words = { live: say("connection.live.state"), polling: "", disconnected: "" };
  words.polling = say("connection.polling.state") + " · " + say("connection.polling.way");
  words.disconnected = say("connection.disconnected.state");
  return mark(element("div", "light light-" + connection, words[connection]), {
    "data-testid": "connection",
    role: "status",
  });
}

function logo(address: string | null): HTMLElement | null {
  return address ? mark(element("img", "logo"), { src: address, alt: "" }) : null;
}
