import type { Draft } from "../../queue/apply/draft.ts";
import type { EventOf } from "../../queue/event-of.ts";
import { changeAppointment, dropAppointment } from "./change-appointment.ts";

/** Nobody looks for a hold that was let go: it leaves the state at once. */
export const applySlotReleased = (draft: Draft, event: EventOf<"slot-released">): void => {
  changeAppointment(draft, event.appointmentId, { status: "cancelled", cancelledBy: event.by.kind });
  dropAppointment(draft, event.appointmentId);
};
