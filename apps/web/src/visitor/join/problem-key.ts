import type { JoinKey } from "./catalogue.ts";

const KEYS: Readonly<Record<string, JoinKey>> = {
  "queue-full": "problem.full",
  "shop-full": "problem.full",
  "queue-closed": "problem.closed",
  "shop-closed": "problem.closed",
  "queue-paused": "problem.paused",
  "queue-not-found": "problem.gone",
  "service-not-offered": "problem.gone",
  "invalid-input": "problem.input",
  "too-many-requests": "problem.tooMany",
  "too-busy": "problem.server",
  unavailable: "problem.server",
  internal: "problem.server",
  network: "problem.network",
  timeout: "problem.network",
};

/** How a refusal is said to the visitor. */
export function problemKey(code: string | null): JoinKey {
  return (code === null ? undefined : KEYS[code]) ?? "problem.other";
}
