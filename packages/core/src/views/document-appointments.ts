import type { AppointmentStatus } from "../appointments/appointment.ts";
import { appointmentsOnWire } from "./appointments-view.ts";
import type { Audience } from "./queue-item.ts";
import type { AppointmentOnWire } from "./types.ts";
import type { ViewInput } from "./view-input.ts";

/** An appointment as the first document has it: it knows no holds, and its pages take every name for a text. */
export type DocumentAppointment = Omit<AppointmentOnWire, "status" | "full_name"> & {
  readonly status: Exclude<AppointmentStatus, "held">;
  /** Empty where none is held. */
  readonly full_name: string;
};

/** One appointment in the first document's shape; null for a hold. */
export const documentAppointment = (appointment: AppointmentOnWire): DocumentAppointment | null => {
  const { status, full_name } = appointment;
  return status === "held" ? null : { ...appointment, status, full_name: full_name ?? "" };
};

/** Today's and those of the seven days after, by time, at most 500. */
export const documentAppointments = (input: ViewInput, audience: Audience): readonly DocumentAppointment[] =>
  appointmentsOnWire(input, audience)
    .map(documentAppointment)
    .filter((appointment) => appointment !== null);
