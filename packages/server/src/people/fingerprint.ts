import { createHmac } from "node:crypto";

/** Tells equal requests from different ones. Keyed: a body may hold a password, which a plain hash would let one guess. */
export function createFingerprint(signingKey: Buffer): (text: string) => string {
  return (text) => createHmac("sha256", signingKey).update(`request:${text}`).digest("base64url");
}
