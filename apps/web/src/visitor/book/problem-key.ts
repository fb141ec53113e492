import type { BookKey } from "./catalogue.ts";

const KEYS: Readonly<Record<string, BookKey>> = {
  "slot-taken": "problem.taken",
  "slot-too-soon": "problem.tooSoon",
  "slot-too-far": "problem.tooFar",
  "slot-not-offered": "problem.notOffered",
  "service-not-found": "problem.notOffered",
  "provider-not-found": "problem.notOffered",
  "booking-closed": "problem.closed",
  "waiting-list-full": "problem.listFull",
  "waiting-too-far": "missing.days",
  "invalid-input": "problem.input",
  "too-many-requests": "problem.tooMany",
  "too-many-appointments": "problem.server",
  "too-busy": "problem.server",
  unavailable: "problem.server",
  internal: "problem.server",
  network: "problem.network",
  timeout: "problem.network",
};

/** Refusals of the time itself: another one must be chosen. */
const OF_THE_TIME: readonly BookKey[] = [
  "problem.taken",
  "problem.tooSoon",
  "problem.tooFar",
  "problem.notOffered",
];

/** How a refusal is said to the visitor. */
export function problemKey(code: string): BookKey {
  return KEYS[code] ?? "problem.other";
}

export const asksForAnotherTime = (code: string): boolean => OF_THE_TIME.indexOf(problemKey(code)) >= 0;
