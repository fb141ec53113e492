import type { Command } from "@callnext/core";
import type { commands } from "@callnext/protocol";

/** The command behind `POST /tickets/{id}/{action}`, or the name of the field that it needs and lacks. */
export function ticketCommand(
  action: commands.TicketAction,
  ticketId: string,
  counter: string | null,
): Command | { readonly missing: "counter" } {
  switch (action) {
    case "call":
      return counter === null ? { missing: "counter" } : { type: "call-ticket", ticketId, counter };
    case "recall":
      return { type: "recall-ticket", ticketId };
    case "retract":
      return { type: "retract-call", ticketId };
    case "start":
      return { type: "start-service", ticketId };
    case "complete":
      return { type: "complete-ticket", ticketId };
    case "no-show":
      return { type: "mark-no-show", ticketId };
    case "hold":
      return { type: "hold-ticket", ticketId };
    case "resume":
      return { type: "resume-ticket", ticketId, counter };
    case "return":
      return { type: "return-ticket", ticketId };
    case "cancel":
      return { type: "cancel-ticket", ticketId };
  }
}
