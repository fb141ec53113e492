import { createHash } from "node:crypto";
import type { KeyRing } from "../key-ring.ts";
import { createSigningKey, type SigningKey } from "../signing-key.ts";

/** A key that follows from its id. */
export function fixedKey(id: string): SigningKey {
  return createSigningKey(id, createHash("sha256").update(id).digest());
}

/** A ring that never changes; the first key is the current one. */
export function fixedKeys(first = "aaaaaaaa", ...others: readonly string[]): KeyRing {
  const current = fixedKey(first);
  const accepted = [current, ...others.map(fixedKey)];
  return {
    current,
    accepted,
    find: (id) => accepted.find((key) => key.id === id),
    refresh: () => Promise.resolve(),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}
