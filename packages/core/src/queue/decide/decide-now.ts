import { decideAppointment } from "../../appointments/decide/decide-appointment.ts";
import type { Command } from "../commands.ts";
import type { Decision, DecisionContext } from "../decision.ts";
import type { ShopState } from "../shop.ts";
import { accept } from "./answer.ts";
import { assignTicket } from "./assign-ticket.ts";
import { callNext } from "./call-next.ts";
import { callTicket } from "./call-ticket.ts";
import { cancelTicket } from "./cancel-ticket.ts";
import { changeTicketService } from "./change-ticket-service.ts";
import { completeTicket } from "./complete-ticket.ts";
import { configureCounter } from "./configure-counter.ts";
import { configureDisplay } from "./configure-display.ts";
import { configureQueue } from "./configure-queue.ts";
import { configureShop } from "./configure-shop.ts";
import { confirmPresence } from "./confirm-presence.ts";
import { holdTicket } from "./hold-ticket.ts";
import { issueTicket } from "./issue-ticket.ts";
import { markNoShow } from "./mark-no-show.ts";
import { placeTicket } from "./place-ticket.ts";
import { recallTicket } from "./recall-ticket.ts";
import { refreshDisplay } from "./refresh-display.ts";
import { resumeTicket } from "./resume-ticket.ts";
import { retractCall } from "./retract-call.ts";
import { returnTicket } from "./return-ticket.ts";
import { setQueueStatus } from "./set-queue-status.ts";
import { startService } from "./start-service.ts";
import { transferTicket } from "./transfer-ticket.ts";

/** The decision within the service day under way; one file per command. */
export const decideNow = (state: ShopState, command: Command, ctx: DecisionContext): Decision => {
  switch (command.type) {
    case "issue-ticket":
      return issueTicket(state, command, ctx);
    case "call-next":
      return callNext(state, command, ctx);
    case "call-ticket":
      return callTicket(state, command, ctx);
    case "recall-ticket":
      return recallTicket(state, command);
    case "retract-call":
      return retractCall(state, command);
    case "start-service":
      return startService(state, command);
    case "complete-ticket":
      return completeTicket(state, command);
    case "mark-no-show":
      return markNoShow(state, command);
    case "return-ticket":
      return returnTicket(state, command, ctx);
    case "hold-ticket":
      return holdTicket(state, command);
    case "resume-ticket":
      return resumeTicket(state, command, ctx);
    case "transfer-ticket":
      return transferTicket(state, command);
    case "cancel-ticket":
      return cancelTicket(state, command, ctx);
    case "place-ticket":
      return placeTicket(state, command);
    case "confirm-presence":
      return confirmPresence(state, command, ctx);
    case "set-queue-status":
      return setQueueStatus(state, command);
    case "start-service-day":
      // The day's turn precedes every command, so there is nothing left to do here.
      return accept([]);
    case "configure-shop":
      return configureShop(command, ctx);
    case "configure-service":
      return accept([{ type: "service-configured", service: command.service }]);
    case "configure-queue":
      return configureQueue(state, command);
    case "configure-counter":
      return configureCounter(state, command);
    case "configure-display":
      return configureDisplay(state, command);
    case "refresh-display":
      return refreshDisplay(state, command);
    case "assign-ticket":
      return assignTicket(state, command);
    case "change-ticket-service":
      return changeTicketService(state, command);
    default:
      return decideAppointment(state, command, ctx);
  }
};
