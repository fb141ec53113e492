// The protocol package is imported for its types only; tests hold these equal to its constants.
export const SUBPROTOCOL_OFFERED = "callnext.v1";
export const TOO_MANY = 4429;

/** An attempt that brought no frame within this time counts as failed. */
export const OPEN_WITHIN_MS = 3_000;
/** Two heartbeats of 4 s and a little: after that much silence the socket is taken for dead. */
export const SILENCE_MS = 9_000;
/** After a sleep, a socket that was silent this long must answer a ping before it is believed. */
export const DOUBT_MS = 4_500;
export const ANSWER_WITHIN_MS = 3_000;
/** From this many failures in a row on, HTTP keeps the topics fresh. */
export const POLLING_FROM_FAILURES = 3;
export const LOOK_EVERY_MS = 2_000;
