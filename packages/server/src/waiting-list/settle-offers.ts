import type { Appointment, Instant, ShopState } from "@callnext/core";
import type { WaitingEntry } from "./waiting-entry.ts";

/** What has become of an entry. */
export type Settled =
  /** It waits, and may be offered something. */
  | "waits"
  /** Its slot is kept, and they are to be told. */
  | "tell"
  /** They were told, and have not answered. */
  | "asked"
  /** The offer was let go, or not answered in time. */
  | "lapsed"
  /** The slot is theirs. */
  | "booked"
  /** Their last day is past. */
  | "over";

const isHeld = (appointment: Appointment, now: Instant): boolean =>
  appointment.status === "held" && (appointment.heldUntil ?? 0) > now;

/** The shop's state says it, whatever a node was cut off from writing down. `today` is the date on the shop's wall. */
export function settle(entry: WaitingEntry, state: ShopState, today: string, now: Instant): Settled {
  const { appointmentId, status, until } = entry;
  const offer = appointmentId === null ? undefined : state.appointments.get(appointmentId);
  if (status === "waiting" || appointmentId === null) return until < today ? "over" : "waits";
  if (offer === undefined) return "lapsed";
  if (offer.status !== "held") return "booked";
  if (!isHeld(offer, now)) return "lapsed";
  return status === "offering" ? "tell" : "asked";
}
