import type { RefusalCode } from "../queue/refusals.ts";

/** Complete by its type: a new code does not compile until it stands here. */
const KNOWN: Readonly<Record<RefusalCode, true>> = {
  "shop-full": true,
  "shop-closed": true,
  "queue-not-found": true,
  "queue-closed": true,
  "queue-paused": true,
  "queue-full": true,
  "queue-empty": true,
  "queue-not-empty": true,
  "service-not-found": true,
  "service-not-offered": true,
  "counter-not-found": true,
  "counter-busy": true,
  "display-not-found": true,
  "ticket-not-found": true,
  "ticket-exists": true,
  "wrong-state": true,
  "same-queue": true,
  "grace-over": true,
  "order-changed": true,
  "prefix-taken": true,
  "label-taken": true,
};

export const REFUSAL_CODES: ReadonlySet<string> = new Set(Object.keys(KNOWN));
