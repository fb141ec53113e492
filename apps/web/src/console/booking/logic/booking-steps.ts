import type { AppointmentOnWire, AppointmentStep } from "@callnext/protocol";

type Status = AppointmentOnWire["status"];

/** What the desk may do with an appointment, and from which states. */
export type BookingStep = AppointmentStep | "check-in" | "move" | "late";

const FROM: Readonly<Record<BookingStep, readonly Status[]>> = {
  "check-in": ["scheduled"],
  move: ["scheduled"],
  late: ["scheduled"],
  "on-my-way": ["scheduled"],
  "no-show": ["scheduled"],
  complete: ["scheduled"],
  cancel: ["scheduled"],
  restore: ["cancelled", "no_show"],
};

export function mayStep({ status }: Pick<AppointmentOnWire, "status">, step: BookingStep): boolean {
  return FROM[step].includes(status);
}

/** Whether nobody else may have its time: what has ended or was given back leaves it free. */
export function takesTime({ status }: Pick<AppointmentOnWire, "status">): boolean {
  return status === "held" || status === "scheduled" || status === "checked_in";
}
