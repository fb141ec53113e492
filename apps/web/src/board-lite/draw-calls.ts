import type { DisplayTicket } from "@callnext/protocol";
import type { Drawn } from "./draw-board.ts";
import { element, mark, within } from "./elements.ts";
import { clockText } from "./lite-clock.ts";
import type { LiteTheme } from "./lite-theme.ts";
import { placeText } from "./lite-words.ts";

/** The last ten calls, newest first. */
export function drawCalls(drawn: Drawn, theme: LiteTheme): HTMLElement {
  var tickets = drawn.state.tickets;
  var box = within(element("div", "calls"), [element("h2", "", drawn.say("calls"))]);
  if (tickets.length === 0) return within(box, [element("p", "none", drawn.say("none"))]);
  var list = element("ol", "");
  return within(box, [
    within(
      list,
      tickets.map(function (ticket): HTMLElement {
        return row(drawn, theme, ticket);
      }),
    ),
  ]);
}

function row(drawn: Drawn, theme: LiteTheme, ticket: DisplayTicket): HTMLElement {
  var item = element("li", ticket.status === "appele" ? "row" : "row row-past");
  item.style.backgroundColor = theme.soft;
  mark(item, { "data-testid": "call-row", "data-number": ticket.number, "data-status": ticket.status });
  var number = element("span", "row-number", ticket.number);
  number.style.color = theme.numberOf(ticket.queue_id);
  return within(item, [
    number,
    element("span", "row-place", placeText(drawn.say, ticket.counter)),
    element("span", "row-about", about(drawn, ticket)),
  ]);
}

function about(drawn: Drawn, ticket: DisplayTicket): string {
  var booked = "";
  if (ticket.appointment_time !== undefined) {
    var time = clockText(Date.parse(ticket.appointment_time), drawn.answer.display.time_zone);
    booked = drawn.say("booked", { time: time });
  }
  var parts = [ticket.visitor_name || "", ticket.queue_name, booked, statusText(drawn, ticket)];
  return parts
    .filter(function (part): boolean {
      return part !== "";
    })
    .join(" · ");
}

/** What has become of a call, in a word; nothing while it stands. */
function statusText(drawn: Drawn, ticket: DisplayTicket): string {
  switch (ticket.status) {
    case "appele":
      return ticket.calls > 1 ? drawn.say("recalled", { count: ticket.calls }) : "";
    case "en_service":
      return drawn.say("status.serving");
    case "pause":
      return drawn.say("status.paused");
    case "clos":
      return drawn.say("status.over");
    case "no_show":
      return drawn.say("status.absent");
    case "en_attente":
      return "";
  }
}
