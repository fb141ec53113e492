import type { Draft } from "../../queue/apply/draft.ts";
import type { EventOf } from "../../queue/event-of.ts";
import { lateBy } from "../late-by.ts";
import { appointmentOf } from "./change-appointment.ts";
import { takeSlot } from "./take-slot.ts";

/** What was said of coming to the old time no longer holds. */
export const applyAppointmentMoved = (draft: Draft, event: EventOf<"appointment-moved">): void => {
  const { serviceId, providerId, lane, start, end, busyFrom, busyUntil } = event;
  takeSlot(draft, {
    ...appointmentOf(draft, event.appointmentId),
    serviceId,
    providerId,
    lane,
    start,
    end,
    busyFrom,
    busyUntil,
    onMyWayAt: null,
    lateMinutes: lateBy({ start, lateMinutes: null }, draft.shop, event.at),
    updatedAt: event.at,
  });
};
