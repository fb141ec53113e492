import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { SigningKey } from "./signing-key.ts";

/** The keys that sealing needs: of the key ring, or of a test. */
export interface SealingKeys {
  readonly current: SigningKey;
  /** By the id that stands in the sealed text; also one that no longer signs, until it is retired. */
  find(id: string): SigningKey | undefined;
}

const VERSION = "s1";
const IV_BYTES = 12;
const TAG_BYTES = 16;
const SEALED = /^s1\.([0-9a-f]+)\.([\w-]+)$/;

/**
 * A secret as it may lie in the database: `s1.<key id>.<base64url of iv, text, tag>`, AES-256-GCM.
 * `purpose` says whose it is (`totp:<user id>`): moved into another row or column it no longer opens.
 */
export function seal(keys: Pick<SealingKeys, "current">, purpose: string, text: string): string {
  const { current } = keys;
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", current.derive("seal"), iv);
  cipher.setAAD(Buffer.from(purpose));
  const body = Buffer.concat([iv, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `${VERSION}.${current.id}.${body.toString("base64url")}`;
}

/** The sealed text, or null: damaged, of another purpose, or of a key that is retired. */
export function open(keys: Pick<SealingKeys, "find">, purpose: string, sealed: string): string | null {
  const [, id = "", encoded = ""] = SEALED.exec(sealed) ?? [];
  const key = keys.find(id);
  const body = Buffer.from(encoded, "base64url");
  if (key === undefined || body.length < IV_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv("aes-256-gcm", key.derive("seal"), body.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(purpose));
  decipher.setAuthTag(body.subarray(-TAG_BYTES));
  try {
    const text = decipher.update(body.subarray(IV_BYTES, -TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

/** The id of the key that sealed it, or null where it is no sealed text. */
export function sealedBy(sealed: string): string | null {
  return SEALED.exec(sealed)?.[1] ?? null;
}
