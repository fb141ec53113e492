import type { ShopEvent } from "../events.ts";
import { backToLine } from "./back-to-line.ts";
import { applyCallRetracted } from "./call-retracted.ts";
import { changeQueue, changeTicket, type Draft } from "./draft.ts";
import { applyQueueConfigured } from "./queue-configured.ts";
import { applyServiceDayStarted } from "./service-day-started.ts";
import {
  applyServiceStarted,
  applyTicketCompleted,
  applyTicketHeld,
  applyTicketResumed,
} from "./service-steps.ts";
import { applyTicketCalled } from "./ticket-called.ts";
import { applyTicketCancelled } from "./ticket-cancelled.ts";
import { applyTicketIssued } from "./ticket-issued.ts";
import { applyTicketNoShow } from "./ticket-no-show.ts";
import { applyTicketRecalled } from "./ticket-recalled.ts";
import { applyTicketTransferred } from "./ticket-transferred.ts";
import { placeInLine } from "./line.ts";

const applyBody = (draft: Draft, event: ShopEvent): void => {
  switch (event.type) {
    case "shop-configured":
      draft.shop = event.shop;
      return;
    case "service-configured":
      draft.services.set(event.service.id, event.service);
      return;
    case "queue-configured":
      return applyQueueConfigured(draft, event);
    case "queue-status-changed":
      changeQueue(draft, event.queueId, { status: event.status });
      return;
    case "counter-configured":
      draft.counters.set(event.counter.id, event.counter);
      return;
    case "display-configured":
      draft.displays.set(event.display.id, event.display);
      return;
    case "display-refreshed":
      // Tells the board to fetch everything anew; the state stays as it is.
      return;
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
      return backToLine(draft, event.ticketId);
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
  }
};

/** Throws on a gap in seq: a state that skipped an event would be wrong without anybody noticing. */
export const applyEvent = (draft: Draft, event: ShopEvent): void => {
  if (event.seq !== draft.seq + 1) throw new Error(`Event ${event.seq} does not follow ${draft.seq}.`);
  draft.seq = event.seq;
  draft.at = event.at;
  applyBody(draft, event);
};
