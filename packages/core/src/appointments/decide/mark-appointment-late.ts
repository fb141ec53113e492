import type { CommandOf } from "../../queue/command-of.ts";
import { accept, refuse } from "../../queue/decide/answer.ts";
import type { Decision } from "../../queue/decision.ts";
import type { ShopState } from "../../queue/shop.ts";
import { findAppointment } from "./find-appointment.ts";

export const markAppointmentLate = (
  state: ShopState,
  { appointmentId, minutes }: CommandOf<"mark-appointment-late">,
): Decision => {
  const appointment = findAppointment(state, appointmentId, "late", ["scheduled"]);
  if ("code" in appointment) return refuse(appointment);
  return accept([{ type: "appointment-late", appointmentId, minutes }]);
};
