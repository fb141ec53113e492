import type { Draft } from "../../queue/apply/draft.ts";
import type { EventOf } from "../../queue/event-of.ts";
import type { ShopEvent } from "../../queue/events.ts";
import { applyAppointmentDue } from "./appointment-due.ts";
import { applyAppointmentLate } from "./appointment-late.ts";
import { applyAppointmentMoved } from "./appointment-moved.ts";
import { applyAppointmentRestored } from "./appointment-restored.ts";
import { changeAppointment } from "./change-appointment.ts";
import { applySlotBooked } from "./slot-booked.ts";
import { applySlotReleased } from "./slot-released.ts";

/** What tells of appointments; `appointment-due` changes a line too. */
export type AppointmentEvent = Extract<ShopEvent, { readonly appointmentId: unknown }>;

export const applyAppointmentEvent = (draft: Draft, event: EventOf<AppointmentEvent["type"]>): void => {
  switch (event.type) {
    case "slot-held":
    case "appointment-booked":
      return applySlotBooked(draft, event);
    case "slot-released":
      return applySlotReleased(draft, event);
    case "appointment-moved":
      return applyAppointmentMoved(draft, event);
    case "appointment-restored":
      return applyAppointmentRestored(draft, event);
    case "appointment-due":
      return applyAppointmentDue(draft, event);
    case "appointment-checked-in":
      changeAppointment(draft, event.appointmentId, { status: "checked_in", ticketId: event.ticketId });
      return;
    case "visitor-on-the-way":
      changeAppointment(draft, event.appointmentId, { onMyWayAt: event.at });
      return;
    case "appointment-late":
      return applyAppointmentLate(draft, event);
    case "appointment-cancelled":
      changeAppointment(draft, event.appointmentId, { status: "cancelled", cancelledBy: event.by.kind });
      return;
    case "appointment-missed":
      changeAppointment(draft, event.appointmentId, { status: "no_show" });
      return;
    case "appointment-completed":
      changeAppointment(draft, event.appointmentId, { status: "completed" });
      return;
  }
};
