import { createHmac } from "node:crypto";
import type { KeyRing } from "./key-ring.ts";

/**
 * Tells equal requests from different ones. Keyed: a body may hold a password, which a plain hash would let one guess.
 * One hash for each accepted key, separated by spaces, so that a repeated request is known again after a rotation.
 */
export function createFingerprint(ring: Pick<KeyRing, "accepted">): (text: string) => string {
  return (text) =>
    ring.accepted
      .map(({ bytes }) => createHmac("sha256", bytes).update(`request:${text}`).digest("base64url"))
      .join(" ");
}
