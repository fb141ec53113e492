import { createHash } from "node:crypto";

const KEY_BYTES = 32;
const KEY = /^cnd_[\w-]{43}$/;

/**
 * 256 random bits: nobody guesses it, so a plain hash of it is enough to keep. It says what it is, so that it can be
 * told from a person's token, and found where it leaked.
 */
export function newDeviceKey(randomBytes: (count: number) => Buffer): string {
  return `cnd_${randomBytes(KEY_BYTES).toString("base64url")}`;
}

/** Of this form is no other token, whether or not it is anybody's key. */
export function isDeviceKey(token: string): boolean {
  return KEY.test(token);
}

export function hashOfSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
