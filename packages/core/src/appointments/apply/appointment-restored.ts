import type { Draft } from "../../queue/apply/draft.ts";
import type { EventOf } from "../../queue/event-of.ts";
import { lateBy } from "../late-by.ts";
import { appointmentOf } from "./change-appointment.ts";
import { takeSlot } from "./take-slot.ts";

export const applyAppointmentRestored = (draft: Draft, event: EventOf<"appointment-restored">): void => {
  const appointment = appointmentOf(draft, event.appointmentId);
  takeSlot(draft, {
    ...appointment,
    status: "scheduled",
    lane: event.lane,
    ticketId: null,
    cancelledBy: null,
    lateMinutes: lateBy(appointment, draft.shop, event.at),
    updatedAt: event.at,
  });
};
