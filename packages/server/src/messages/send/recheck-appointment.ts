import type { Appointment, Instant } from "@callnext/core";
import type { MessageKind } from "../message-kind.ts";
import type { MessageAbout, SkipReason } from "../message.ts";

/** Why a message about an appointment is not to be sent now, though it was planned; null: it is still so. */
export function recheckAppointment(
  kind: MessageKind,
  about: MessageAbout,
  appointment: Appointment,
  now: Instant,
): SkipReason | null {
  const { status } = appointment;
  switch (kind) {
    case "appointment-cancelled":
      return status === "cancelled" ? null : "not-cancelled";
    case "appointment-offer":
      if (status !== "held") return "answered";
      return (appointment.heldUntil ?? 0) > now ? null : "over";
    default:
      if (status === "cancelled") return "cancelled";
      if (status === "checked_in") return "arrived";
      if (status !== "scheduled") return "over";
      if (appointment.start !== about.start) return "moved";
      return kind === "appointment-late" && appointment.lateMinutes !== about.lateMinutes ? "moved" : null;
  }
}
