import type { Instant } from "../../queue/time.ts";
import type { Appointment } from "../appointment.ts";

/** Whether it keeps others out of its lane. A hold that has run out does not. */
export const takesLane = ({ status, heldUntil }: Appointment, now: Instant): boolean =>
  status === "scheduled" || status === "checked_in" || (status === "held" && (heldUntil ?? 0) > now);
