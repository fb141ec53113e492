import type { Refusal } from "../../queue/refusals.ts";
import type { ShopState } from "../../queue/shop.ts";
import type { Appointment, AppointmentId, AppointmentStatus } from "../appointment.ts";

/** The appointment, if the step called `wanted` exists from its status. */
export const findAppointment = (
  state: ShopState,
  appointmentId: AppointmentId,
  wanted: string,
  from: readonly AppointmentStatus[],
): Appointment | Refusal => {
  const appointment = state.appointments.get(appointmentId);
  if (appointment === undefined) return { code: "appointment-not-found", appointmentId };
  if (!from.includes(appointment.status)) return wrongAppointmentState(appointment, wanted);
  return appointment;
};

export const wrongAppointmentState = ({ id, status }: Appointment, wanted: string): Refusal => ({
  code: "wrong-appointment-state",
  appointmentId: id,
  status,
  wanted,
});
