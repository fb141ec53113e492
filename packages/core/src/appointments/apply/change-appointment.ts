import type { Draft } from "../../queue/apply/draft.ts";
import type { Appointment, AppointmentId } from "../appointment.ts";

const owned = (draft: Draft): Map<AppointmentId, Appointment> => {
  draft.ownAppointments ??= new Map(draft.appointments);
  draft.appointments = draft.ownAppointments;
  return draft.ownAppointments;
};

/** Throws where an event names an appointment that is not live: the log and the state do not belong together. */
export const appointmentOf = (draft: Draft, id: AppointmentId): Appointment => {
  const appointment = draft.appointments.get(id);
  if (appointment === undefined)
    throw new Error(`Event ${draft.seq} names appointment ${id}, which is not in the state.`);
  return appointment;
};

export const putAppointment = (draft: Draft, appointment: Appointment): Appointment => {
  owned(draft).set(appointment.id, appointment);
  draft.changedAppointments.set(appointment.id, appointment);
  return appointment;
};

/** What the event says of an appointment; stamps the time. */
export const changeAppointment = (
  draft: Draft,
  id: AppointmentId,
  change: Partial<Appointment>,
): Appointment => putAppointment(draft, { ...appointmentOf(draft, id), ...change, updatedAt: draft.at });

/** It leaves the state; its last form is still among the changed ones where it changed. */
export const dropAppointment = (draft: Draft, id: AppointmentId): void => {
  owned(draft).delete(id);
};
