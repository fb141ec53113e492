import type { AppointmentOnWire, AppointmentsView } from "@callnext/protocol";
import { dayOf, type ShopClock } from "../../calendar/time/day-of.ts";

/** Whom the shop still expects on its day under way, by time. */
export function expectedToday(view: AppointmentsView, clock: ShopClock): readonly AppointmentOnWire[] {
  const today = view.calendar.self.service_day;
  return Object.values(view.appointments)
    .filter(
      ({ status, appointment_time: at }) => status === "scheduled" && dayOf(Date.parse(at), clock) === today,
    )
    .toSorted((a, b) => Date.parse(a.appointment_time) - Date.parse(b.appointment_time) || a.id - b.id);
}
