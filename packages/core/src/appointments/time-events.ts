import type { EventBody } from "../queue/events.ts";
import type { ShopState } from "../queue/shop.ts";
import type { Instant } from "../queue/time.ts";
import type { Appointment } from "./appointment.ts";
import { momentOf } from "./moment-of.ts";
import { nextMoment } from "./next-moment.ts";

const eventOf = ({ id, status, ticketId }: Appointment): EventBody => {
  if (status === "held") return { type: "slot-released", appointmentId: id };
  if (status === "scheduled") return { type: "appointment-missed", appointmentId: id };
  if (ticketId === null) throw new Error(`Appointment ${id} is ${status} without a ticket.`);
  return { type: "appointment-due", appointmentId: id, ticketId };
};

/** What time has brought by `now`, in the order of its moments: holds run out, appointments missed or due. */
export const timeEvents = (state: ShopState, now: Instant): readonly EventBody[] => {
  const first = nextMoment(state);
  if (first === null || first > now) return [];
  const past: { readonly moment: Instant; readonly appointment: Appointment }[] = [];
  for (const appointment of state.appointments.values()) {
    const moment = momentOf(appointment, state.shop);
    if (moment !== null && moment <= now) past.push({ moment, appointment });
  }
  return past
    .toSorted((a, b) => a.moment - b.moment || a.appointment.id - b.appointment.id)
    .map(({ appointment }) => eventOf(appointment));
};
