import { createHash, randomBytes } from "node:crypto";

/** 256 bits, for a link: not to be guessed, so that its plain hash may be kept. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a token: whoever reads it cannot use it. */
export function tokenHash(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
