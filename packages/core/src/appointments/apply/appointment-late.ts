import type { Draft } from "../../queue/apply/draft.ts";
import type { EventOf } from "../../queue/event-of.ts";
import { lateBy } from "../late-by.ts";
import { appointmentOf, changeAppointment } from "./change-appointment.ts";

export const applyAppointmentLate = (draft: Draft, event: EventOf<"appointment-late">): void => {
  const { id, start } = appointmentOf(draft, event.appointmentId);
  changeAppointment(draft, id, {
    lateMinutes: lateBy({ start, lateMinutes: event.minutes }, draft.shop, event.at),
  });
};
