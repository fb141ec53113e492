import type { Appointment, AppointmentId } from "../appointments/appointment.ts";
import type { Shop, ShopState } from "../queue/shop.ts";
import type { Instant, ServiceDay } from "../queue/time.ts";
import { addDays } from "../time/calendar-date.ts";
import { wallClock } from "../time/wall-clock.ts";

/** Today and the seven days after. */
export const DAYS_SHOWN = 8;
export const MOST_APPOINTMENTS_SHOWN = 500;

export interface ShownAppointments {
  /** [from, until): the service day under way and the seven after it. */
  readonly from: Instant;
  readonly until: Instant;
  /** By time, at most `MOST_APPOINTMENTS_SHOWN`; holds are among them. */
  readonly appointments: readonly Appointment[];
  /** There are more within these days. */
  readonly more: boolean;
}

interface Known {
  readonly shop: Shop;
  readonly serviceDay: ServiceDay;
  readonly shown: ShownAppointments;
}

/** Most changes of a shop leave its appointments as they are. Held as long as the appointments themselves. */
const known = new WeakMap<ReadonlyMap<AppointmentId, Appointment>, Known>();

const byTime = (a: Appointment, b: Appointment): number => a.start - b.start || a.id - b.id;

const select = ({ shop, serviceDay, appointments }: ShopState): ShownAppointments => {
  const clock = wallClock(shop.timeZone);
  const from = clock.instantOf(serviceDay, shop.dayTurnsAtMinutes);
  const until = clock.instantOf(addDays(serviceDay, DAYS_SHOWN), shop.dayTurnsAtMinutes);
  const within = [...appointments.values()]
    .filter(({ start }) => from <= start && start < until)
    .toSorted(byTime);
  return {
    from,
    until,
    appointments: within.slice(0, MOST_APPOINTMENTS_SHOWN),
    more: within.length > MOST_APPOINTMENTS_SHOWN,
  };
};

/**
 * What calendars of today and the coming week show. Which day today is says the state, not the clock: two screens at
 * one seq show the same.
 */
export const appointmentsShown = (state: ShopState): ShownAppointments => {
  const before = known.get(state.appointments);
  if (before?.shop === state.shop && before.serviceDay === state.serviceDay) return before.shown;
  const shown = select(state);
  known.set(state.appointments, { shop: state.shop, serviceDay: state.serviceDay, shown });
  return shown;
};
