/**
 * Every `code` that an error body may carry, with its HTTP status and its title.
 * Codes are stable; titles are for people who read logs and may be reworded.
 */
export const PROBLEMS = {
  // The request itself.
  "bad-json": { status: 400, title: "The body is not valid JSON" },
  "invalid-input": { status: 400, title: "A field of the request is not acceptable" },
  "bad-idempotency-key": { status: 400, title: "Idempotency-Key must be 1 to 200 visible ASCII characters" },
  "body-too-large": { status: 413, title: "The body is larger than 64 KiB" },
  "unsupported-media-type": { status: 415, title: "The body must be application/json" },
  "not-found": { status: 404, title: "There is nothing at this address" },
  "method-not-allowed": { status: 405, title: "This address does not take that method" },

  // Who asks.
  unauthenticated: { status: 401, title: "Sign in first" },
  "bad-credentials": { status: 401, title: "The e-mail address or the password is wrong" },
  forbidden: { status: 403, title: "Your role does not allow this" },
  "origin-refused": { status: 403, title: "This origin may not act with your session" },
  "not-your-ticket": { status: 403, title: "Only the visitor who holds this ticket, or staff, may do this" },
  "metrics-guarded": { status: 403, title: "Metrics are for this machine, or for whoever has the token" },
  "too-many-requests": { status: 429, title: "Too many requests; wait and try again" },
  "too-many-attempts": { status: 429, title: "Too many failed sign-ins; wait and try again" },

  // First start.
  "setup-code-wrong": { status: 403, title: "This setup code is not the one printed at the start" },
  "setup-done": { status: 409, title: "This server already has its first administrator" },

  // Things that are not there: unknown and another tenant's look the same.
  "tenant-not-found": { status: 404, title: "No such organisation" },
  "shop-not-found": { status: 404, title: "No such shop" },
  "queue-not-found": { status: 404, title: "No such queue" },
  "service-not-found": { status: 404, title: "No such service" },
  "counter-not-found": { status: 404, title: "No such counter" },
  "ticket-not-found": { status: 404, title: "No such ticket" },
  "staff-not-found": { status: 404, title: "No such member of staff" },
  "display-not-found": { status: 404, title: "No such display" },
  "display-unknown": { status: 404, title: "No such display" },
  "display-inactive": { status: 404, title: "This display is switched off" },
  "display-without-queues": { status: 404, title: "This display has no queues to show" },
  "topic-unknown": { status: 404, title: "No such topic" },

  // States that do not allow it.
  "shop-full": { status: 409, title: "The shop holds as many open tickets as it can" },
  "shop-closed": { status: 409, title: "The shop is closed" },
  "queue-closed": { status: 409, title: "The queue is closed" },
  "queue-paused": { status: 409, title: "The queue is paused" },
  "queue-full": { status: 409, title: "The queue is full" },
  "queue-empty": { status: 409, title: "Nobody waits in this queue" },
  "queue-not-empty": { status: 409, title: "People still wait in this queue" },
  "service-not-offered": { status: 409, title: "This queue does not offer that service" },
  "counter-busy": { status: 409, title: "This counter already has a visitor" },
  "ticket-exists": { status: 409, title: "This ticket exists already" },
  "wrong-state": { status: 409, title: "The ticket is not in a state that allows this" },
  "same-queue": { status: 409, title: "The ticket is in that queue already" },
  "grace-over": { status: 409, title: "The time to return to the line is over" },
  "order-changed": { status: 409, title: "The order of the line has changed meanwhile" },
  "prefix-taken": { status: 409, title: "Another queue of the shop uses this prefix" },
  "label-taken": { status: 409, title: "Another counter of the shop has this label" },
  "slug-taken": { status: 409, title: "This short name is taken" },
  "email-taken": { status: 409, title: "Someone with this e-mail address is there already" },
  "last-admin": { status: 409, title: "The organisation needs at least one active administrator" },
  "idempotency-mismatch": { status: 422, title: "This Idempotency-Key was used with another request" },

  // The server's own trouble: nothing is known to be done; ask again with the same key.
  "too-busy": { status: 503, title: "This shop is very busy; try again at once" },
  unavailable: { status: 503, title: "The database cannot be reached; try again" },
  internal: { status: 500, title: "Something went wrong here" },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;
