import type { AppointmentKey } from "./catalogue.ts";

const KEYS: Readonly<Record<string, AppointmentKey>> = {
  "slot-taken": "refused.taken",
  "slot-too-soon": "refused.tooSoon",
  "slot-too-far": "refused.tooFar",
  "slot-not-offered": "refused.notOffered",
  "booking-closed": "refused.notOffered",
  "too-late-to-change": "refused.tooLate",
  "check-in-too-early": "refused.tooEarly",
  "check-in-over": "refused.over",
  "queue-closed": "refused.queueClosed",
  "queue-paused": "refused.queueClosed",
  "queue-full": "refused.queueClosed",
  "queue-not-found": "refused.queueClosed",
  "shop-closed": "refused.queueClosed",
  "shop-full": "refused.queueClosed",
  "not-your-appointment": "refused.notYours",
  "wrong-appointment-state": "refused.wrongState",
  "too-many-requests": "refused.tooMany",
  network: "refused.network",
  timeout: "refused.network",
  unavailable: "refused.network",
};

/** How a refusal is said to the visitor. */
export function refusalKey(code: string): AppointmentKey {
  return KEYS[code] ?? "refused.other";
}
