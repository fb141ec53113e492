import type { Draft } from "../../queue/apply/draft.ts";
import type { Appointment } from "../appointment.ts";
import { isLiveAppointment } from "../appointment-status.ts";
import { putAppointment } from "./change-appointment.ts";

/** Who else has the lane then. */
export const inTheWayOf = (
  draft: Draft,
  { id, providerId, lane, busyFrom, busyUntil }: Appointment,
): Appointment | undefined => {
  for (const other of draft.appointments.values()) {
    const isInTheWay =
      other.providerId === providerId &&
      other.lane === lane &&
      other.id !== id &&
      isLiveAppointment(other) &&
      other.busyFrom < busyUntil &&
      busyFrom < other.busyUntil;
    if (isInTheWay) return other;
  }
  return undefined;
};

/** Throws where somebody else has the lane then: two visitors would come for one time. */
export const takeSlot = (draft: Draft, appointment: Appointment): Appointment => {
  const other = inTheWayOf(draft, appointment);
  if (other !== undefined)
    throw new Error(`Event ${draft.seq} books ${appointment.id} over appointment ${other.id}.`);
  return putAppointment(draft, appointment);
};
