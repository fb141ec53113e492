import type { Shop, ShopState } from "../queue/shop.ts";
import type { Instant } from "../queue/time.ts";
import type { Appointment, AppointmentId } from "./appointment.ts";
import { momentOf } from "./moment-of.ts";

type Appointments = ReadonlyMap<AppointmentId, Appointment>;

/** Each command asks, and most leave the appointments as they are. Held as long as the appointments themselves. */
const known = new WeakMap<
  Appointments,
  { readonly booking: Shop["booking"]; readonly first: Instant | null }
>();

const firstOf = (appointments: Appointments, shop: Shop): Instant | null => {
  let first: Instant | null = null;
  for (const appointment of appointments.values()) {
    const moment = momentOf(appointment, shop);
    if (moment !== null && (first === null || moment < first)) first = moment;
  }
  return first;
};

/** When `keep-time` will have something to tell: maybe in the past; null: not by time alone. */
export const nextMoment = ({ appointments, shop }: ShopState): Instant | null => {
  const before = known.get(appointments);
  if (before !== undefined && before.booking === shop.booking) return before.first;
  const first = firstOf(appointments, shop);
  known.set(appointments, { booking: shop.booking, first });
  return first;
};
