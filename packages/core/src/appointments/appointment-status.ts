import type { Appointment } from "./appointment.ts";

/** Held, scheduled or checked in: it takes its lane. Not so once it has ended. */
export const isLiveAppointment = ({ status }: Appointment): boolean =>
  status === "held" || status === "scheduled" || status === "checked_in";
