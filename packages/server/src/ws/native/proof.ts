/**
 * A node that has not been able to compare a shop with the database for this long claims nothing about it: the shop is
 * left out of heartbeats, and questions wait. With the screens' own 8 s, no unmarked screen is more than 10 s behind.
 */
export const PROOF_WITHIN_MS = 2_000;
