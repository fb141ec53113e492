import { type AppointmentDetails, appointmentDetails, type AppointmentId } from "@callnext/core";
import { shopOf } from "../shops/shop-of.ts";
import type { ShopSnapshot } from "../shops/shop-runtime.ts";
import type { Context } from "../http/core/context.ts";
import { storedAppointment } from "./stored-appointments.ts";

/** An appointment in any state: from the live state, or as it ended. */
export async function findAppointment(
  { db }: Pick<Context, "db">,
  snapshot: ShopSnapshot,
  id: AppointmentId,
): Promise<AppointmentDetails | undefined> {
  const appointment = snapshot.state.appointments.get(id);
  const live = appointment === undefined ? undefined : appointmentDetails(snapshot, appointment);
  // Its ticket may have left the live state before it.
  const isWhole = live !== undefined && (live.appointment.ticketId === null || live.ticketNumber !== null);
  return isWhole ? live : ((await storedAppointment(db, shopOf(snapshot), id)) ?? live);
}
