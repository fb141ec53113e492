import type { AppointmentOnWire } from "@callnext/protocol";

export type Phase = "held" | "checkedIn" | "completed" | "cancelled" | "missed";

/** Which words stand for a state other than that it is yet to come. */
export function phaseOf(status: AppointmentOnWire["status"]): Phase | null {
  switch (status) {
    case "held":
      return "held";
    case "checked_in":
      return "checkedIn";
    case "completed":
      return "completed";
    case "cancelled":
      return "cancelled";
    case "no_show":
      return "missed";
    case "scheduled":
      return null;
  }
}
