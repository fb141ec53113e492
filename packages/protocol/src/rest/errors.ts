/**
 * Every `code` that an error body may carry, with its HTTP status and its title.
 * Codes are stable; titles are for people who read logs and may be reworded.
 */
export const PROBLEMS = {
  // The request itself.
  "bad-json": { status: 400, title: "The body is not valid JSON" },
  "invalid-input": { status: 400, title: "A field of the request is not acceptable" },
  "bad-idempotency-key": { status: 400, title: "Idempotency-Key must be 1 to 200 visible ASCII characters" },
  "bad-request": { status: 400, title: "This is no request that can be read" },
  "body-too-large": { status: 413, title: "The body is larger than this address takes (64 KiB at most)" },
  "headers-too-large": { status: 431, title: "The headers are larger than 16 KiB" },
  "request-too-slow": { status: 408, title: "The request did not come in time" },
  "unsupported-media-type": { status: 415, title: "The body must be application/json" },
  "not-found": { status: 404, title: "There is nothing at this address" },
  "method-not-allowed": { status: 405, title: "This address does not take that method" },

  // Who asks.
  unauthenticated: { status: 401, title: "Sign in first" },
  "bad-credentials": { status: 401, title: "The e-mail address or the password is wrong" },
  forbidden: { status: 403, title: "Your role does not allow this" },
  "tenant-suspended": { status: 403, title: "This organisation is suspended" },
  "origin-refused": { status: 403, title: "This origin may not act with your session" },
  "not-your-ticket": { status: 403, title: "Only the visitor who holds this ticket, or staff, may do this" },
  "metrics-guarded": { status: 403, title: "Metrics are for this machine, or for whoever has the token" },
  "too-many-requests": { status: 429, title: "Too many requests; wait and try again" },
  "too-many-attempts": { status: 429, title: "Too many failed sign-ins; wait and try again" },

  // Second factors, passkeys, signing in elsewhere.
  "sign-in-over": { status: 401, title: "This sign-in is over; start again" },
  "code-wrong": { status: 403, title: "The code is wrong, or was used already" },
  "password-wrong": { status: 403, title: "The password is wrong" },
  "passkey-refused": { status: 403, title: "This passkey was not accepted" },
  "passkeys-unavailable": { status: 409, title: "This server has no name that passkeys could be for" },
  "passkey-not-found": { status: 404, title: "No such passkey" },
  "too-many-passkeys": { status: 409, title: "The account has as many passkeys as it may" },
  "second-factor-required": {
    status: 403,
    title: "This organisation asks for a second factor; set one up first",
  },
  "second-factor-on": { status: 409, title: "A second factor is set up already" },
  "second-factor-not-begun": { status: 409, title: "Begin setting up the second factor first" },
  "no-second-factor": { status: 409, title: "The account has no second factor" },
  "oidc-off": { status: 404, title: "This server has no other sign-in" },
  "oidc-unavailable": { status: 503, title: "The other sign-in cannot be reached just now" },
  "oidc-refused": { status: 403, title: "The other sign-in did not confirm who you are" },
  "oidc-unverified": { status: 403, title: "The other sign-in has not verified your e-mail address" },
  "oidc-stranger": { status: 403, title: "Nobody who works here has this account" },

  // Sessions, forgotten passwords, invitations.
  "session-not-found": { status: 404, title: "No such session" },
  "mail-not-set-up": { status: 409, title: "This server sends no mail; ask an administrator" },
  "link-over": { status: 410, title: "This link was used already, or its time is over" },
  "sign-in-to-accept": { status: 409, title: "Sign in with the account that the invitation is for" },
  "invitation-not-found": { status: 404, title: "No such invitation" },
  "too-many-invitations": { status: 409, title: "Too many invitations are pending" },

  // First start.
  "setup-code-wrong": { status: 403, title: "This setup code is not the one printed at the start" },
  "setup-code-expired": {
    status: 403,
    title: "This setup code is too old; restart the server for a new one",
  },
  "setup-done": { status: 409, title: "This server already has its first administrator" },

  // Pairing a screen.
  "pairing-code-wrong": { status: 404, title: "No screen shows this code, or its time is over" },
  "pairing-unknown": { status: 404, title: "No such pairing" },
  "pairing-expired": { status: 410, title: "The code's time is over; ask for another" },
  "pairing-used": { status: 410, title: "The key of this pairing was taken already" },
  "too-many-pairings": { status: 503, title: "Too many screens wait to be paired; try again" },
  "too-many-codes": { status: 429, title: "Too many wrong codes; wait and try again" },
  "too-many-devices": { status: 409, title: "The organisation has as many devices as it may" },

  // Things that are not there: unknown and another tenant's look the same.
  "tenant-not-found": { status: 404, title: "No such organisation" },
  "shop-not-found": { status: 404, title: "No such shop" },
  "queue-not-found": { status: 404, title: "No such queue" },
  "service-not-found": { status: 404, title: "No such service" },
  "counter-not-found": { status: 404, title: "No such counter" },
  "ticket-not-found": { status: 404, title: "No such ticket" },
  "staff-not-found": { status: 404, title: "No such member of staff" },
  "webhook-not-found": { status: 404, title: "No such webhook" },
  "too-many-webhooks": { status: 409, title: "The organisation has as many webhooks as it may" },
  "day-not-kept": { status: 404, title: "Nothing is kept of this day, or nobody was called on it" },
  "record-too-long": { status: 409, title: "Too much happened since to be told in one answer" },
  "display-not-found": { status: 404, title: "No such display" },
  "key-not-found": { status: 404, title: "No such API key" },
  "device-not-found": { status: 404, title: "No such device" },
  "display-unknown": { status: 404, title: "No such display" },
  "display-inactive": { status: 404, title: "This display is switched off" },
  "display-without-queues": { status: 404, title: "This display has no queues to show" },
  "display-not-public": { status: 403, title: "This display is shown to its own screens and to staff only" },
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
  "tenant-has-staff": { status: 409, title: "The organisation has staff, who invite the others" },
  "too-many-keys": { status: 409, title: "The organisation has as many API keys as it may; revoke one" },
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
