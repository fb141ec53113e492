import type { Draft } from "../../queue/apply/draft.ts";
import type { EventOf } from "../../queue/event-of.ts";
import { lateBy } from "../late-by.ts";
import { takeSlot } from "./take-slot.ts";

/** A slot given to a hold or to an appointment; one that was held becomes the appointment. */
export const applySlotBooked = (draft: Draft, event: EventOf<"slot-held" | "appointment-booked">): void => {
  const before = draft.appointments.get(event.appointmentId);
  if (before !== undefined && before.status !== "held")
    throw new Error(`Event ${event.seq} books appointment ${before.id}, which is ${before.status}.`);
  takeSlot(draft, {
    id: event.appointmentId,
    status: event.type === "slot-held" ? "held" : "scheduled",
    serviceId: event.serviceId,
    providerId: event.providerId,
    lane: event.lane,
    start: event.start,
    end: event.end,
    busyFrom: event.busyFrom,
    busyUntil: event.busyUntil,
    partySize: event.partySize,
    locale: event.locale,
    bookedBy: event.by.kind,
    bookedAt: event.at,
    updatedAt: event.at,
    heldUntil: event.type === "slot-held" ? event.until : null,
    ticketId: null,
    onMyWayAt: null,
    lateMinutes: lateBy({ start: event.start, lateMinutes: null }, draft.shop, event.at),
    cancelledBy: null,
  });
};
