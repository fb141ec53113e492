import { createHash } from "node:crypto";

export const RECOVERY_CODES = 10;
/** 80 bits: too many to try even for somebody who has the hashes. */
const CHARACTERS = 16;
/** Crockford's: no letter looks like a digit. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Ten codes in groups of four, of ten times sixteen random bytes. */
export function recoveryCodes(random: Uint8Array): readonly string[] {
  if (random.length < RECOVERY_CODES * CHARACTERS) throw new Error("too little randomness");
  return Array.from({ length: RECOVERY_CODES }, (_, index) => {
    const bytes = random.subarray(index * CHARACTERS, (index + 1) * CHARACTERS);
    const text = Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join("");
    return text.replaceAll(/.{4}(?=.)/g, "$&-");
  });
}

export const RECOVERY_RANDOM_BYTES = RECOVERY_CODES * CHARACTERS;

/** What is kept of a code. Typed with other spaces, in small letters, with O for 0, it is the same code. */
export function recoveryHash(userId: string, code: string): string {
  const plain = code.toUpperCase().replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  return createHash("sha256").update(`${userId}:${plain}`).digest("base64url");
}
