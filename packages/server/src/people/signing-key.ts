import { hkdfSync } from "node:crypto";

/** One of the server's signing keys, opened. */
export interface SigningKey {
  /** Hexadecimal; stands in what the key sealed or signed, so that the key is found again. */
  readonly id: string;
  readonly bytes: Buffer;
  /** A 256-bit key of its own for this purpose: what one purpose signs proves nothing for another. */
  derive(purpose: string): Buffer;
}

export function createSigningKey(id: string, bytes: Buffer): SigningKey {
  return {
    id,
    bytes,
    derive: (purpose) => Buffer.from(hkdfSync("sha256", bytes, "", `callnext:${purpose}`, 32)),
  };
}
