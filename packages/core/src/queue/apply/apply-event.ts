import { applyAppointmentEvent } from "../../appointments/apply/apply-appointment-event.ts";
import type { ShopEvent } from "../events.ts";
import { applyCallRetracted } from "./call-retracted.ts";
import { applyConfiguration } from "./configuration.ts";
import { changeTicket, type Draft } from "./draft.ts";
import { applyServiceDayStarted } from "./service-day-started.ts";
import {
  applyServiceStarted,
  applyTicketCompleted,
  applyTicketHeld,
  applyTicketResumed,
} from "./service-steps.ts";
import { applyTicketAssigned } from "./ticket-assigned.ts";
import { applyTicketCalled } from "./ticket-called.ts";
import { applyTicketCancelled } from "./ticket-cancelled.ts";
import { applyTicketIssued } from "./ticket-issued.ts";
import { applyTicketNoShow } from "./ticket-no-show.ts";
import { applyTicketRecalled } from "./ticket-recalled.ts";
import { applyTicketReturned } from "./ticket-returned.ts";
import { applyTicketTransferred } from "./ticket-transferred.ts";
import { placeInLine } from "./line.ts";

const applyBody = (draft: Draft, event: ShopEvent): void => {
  switch (event.type) {
    case "shop-configured":
    case "service-configured":
    case "queue-configured":
    case "queue-status-changed":
    case "counter-configured":
    case "display-configured":
    case "display-refreshed":
    case "provider-configured":
      return applyConfiguration(draft, event);
    case "service-day-started":
      return applyServiceDayStarted(draft, event);
    case "ticket-issued":
      return applyTicketIssued(draft, event);
    case "ticket-called":
      return applyTicketCalled(draft, event);
    case "ticket-recalled":
      return applyTicketRecalled(draft, event);
    case "call-retracted":
      return applyCallRetracted(draft, event);
    case "service-started":
      return applyServiceStarted(draft, event);
    case "ticket-held":
      return applyTicketHeld(draft, event);
    case "ticket-resumed":
      return applyTicketResumed(draft, event);
    case "ticket-completed":
      return applyTicketCompleted(draft, event);
    case "ticket-no-show":
      return applyTicketNoShow(draft, event);
    case "ticket-returned":
      return applyTicketReturned(draft, event);
    case "ticket-transferred":
      return applyTicketTransferred(draft, event);
    case "ticket-cancelled":
      return applyTicketCancelled(draft, event);
    case "ticket-placed":
      changeTicket(draft, event.ticketId, {});
      return placeInLine(draft, event.ticketId, event.place);
    case "presence-confirmed":
      changeTicket(draft, event.ticketId, { presentAt: event.at });
      return;
    case "ticket-service-changed":
      changeTicket(draft, event.ticketId, { serviceId: event.serviceId });
      return;
    case "ticket-assigned":
      return applyTicketAssigned(draft, event);
    default:
      return applyAppointmentEvent(draft, event);
  }
};

/** Throws on a gap in seq: a state that skipped an event would be wrong without anybody noticing. */
export const applyEvent = (draft: Draft, event: ShopEvent): void => {
  if (event.seq !== draft.seq + 1) throw new Error(`Event ${event.seq} does not follow ${draft.seq}.`);
  draft.seq = event.seq;
  draft.at = event.at;
  applyBody(draft, event);
};
