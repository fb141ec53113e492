import type { DisplayTicket } from "@callnext/protocol";
import { drawCalls } from "./draw-calls.ts";
import { drawHead, type Connection } from "./draw-head.ts";
import { element, mark, paint, within } from "./elements.ts";
import { clockText } from "./lite-clock.ts";
import type { LiteAnswer, LiteState } from "./lite-state.ts";
import { liteTheme, type LiteTheme } from "./lite-theme.ts";
import { placeText, type Say } from "./lite-words.ts";

export interface Drawn {
  readonly state: LiteState;
  readonly answer: LiteAnswer;
  readonly say: Say;
  readonly connection: Connection;
  readonly stale: boolean;
  /** Whether the counts are as fresh as a board may claim. */
  readonly counted: boolean;
  /** The server's time, as far as this set knows it. */
  readonly now: number;
  /** Server's clock minus this set's, ms. */
  readonly clockOffset: number;
  readonly sound: HTMLElement | null;
}

/** The whole board: bars above and below, and two columns between them. */
export function drawBoard(drawn: Drawn): HTMLElement {
  var answer = drawn.answer;
  var theme = liteTheme(answer.display);
  var board = paint(element("div", "lite"), theme.ground, theme.ink);
  var isTop = answer.display.message_position === "top";
  var message = messages(answer);
  return within(board, [
    drawHead(drawn),
    drawn.stale ? staleBar(drawn) : null,
    isTop ? message : null,
    within(element("div", "middle"), [lastCall(drawn, theme), drawCalls(drawn, theme)]),
    isTop ? null : message,
    counts(drawn, theme),
  ]);
}

function staleBar(drawn: Drawn): HTMLElement {
  var say = drawn.say;
  var at = clockText(drawn.state.provedAt + drawn.clockOffset, drawn.answer.display.time_zone);
  var bar = mark(element("p", "stale"), { "data-testid": "stale", role: "status" });
  return within(bar, [
    element("strong", "", say("stale.since", { time: at }) + ". "),
    element("span", "", say("stale.advice")),
  ]);
}

function messages(answer: LiteAnswer): HTMLElement | null {
  var first = answer.display.custom_message;
  var second = answer.display.secondary_message;
  if (!first && !second) return null;
  return within(mark(element("div", "messages"), { "data-testid": "messages" }), [
    first ? element("p", "", first) : null,
    second ? element("p", "second", second) : null,
  ]);
}

/** The call that is being announced, else the newest, as large as the screen allows. */
function lastCall(drawn: Drawn, theme: LiteTheme): HTMLElement {
  var say = drawn.say;
  var calling = drawn.state.pending[0];
  var ticket = calling === undefined ? drawn.state.tickets[0] : calling;
  var box = paint(
    element("div", calling === undefined ? "last" : "last last-calling"),
    theme.accent,
    theme.onAccent,
  );
  within(box, [element("h2", "", say("last"))]);
  if (ticket === undefined) return within(box, [element("p", "nobody", say("nobody"))]);
  return within(box, [
    mark(element("p", "number number-" + String(sizeOf(ticket)), ticket.number), {
      "data-testid": "last-number",
    }),
    mark(element("p", "place", placeText(say, ticket.counter)), { "data-testid": "last-counter" }),
    element("p", "from", from(ticket)),
  ]);
}

function sizeOf(ticket: DisplayTicket): number {
  return Math.min(8, Math.max(4, ticket.number.length));
}

function from(ticket: DisplayTicket): string {
  var parts = [ticket.visitor_name || "", ticket.queue_name, ticket.agent_name || ""];
  return parts
    .filter(function (part): boolean {
      return part !== "";
    })
    .join(" · ");
}

/** How many wait in each queue; a dash where the server has not said so lately. */
function counts(drawn: Drawn, theme: LiteTheme): HTMLElement {
  var queues = drawn.answer.queues;
  var width = String(100 / Math.max(1, Math.min(4, queues.length))) + "%";
  var list = mark(element("ul", "waiting"), { "aria-label": drawn.say("waiting.title") });
  paint(list, theme.soft, theme.ink);
  return within(
    list,
    queues.map(function (queue): HTMLElement {
      var count = drawn.counted ? String(queue.waiting) : "–";
      var item = element("li", "");
      item.style.width = width;
      mark(item, { "data-testid": "waiting", "data-queue": queue.id, "data-waiting": count });
      return within(item, [
        element("strong", "", count),
        element("span", "", " " + drawn.say("waiting.people", { count: queue.waiting }) + " · " + queue.name),
      ]);
    }),
  );
}
