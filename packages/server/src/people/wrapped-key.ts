import { createCipheriv, createDecipheriv, randomBytes, scrypt } from "node:crypto";
import { promisify } from "node:util";

/** A signing key as the database keeps it: encrypted under the server's secret. All base64. */
export interface WrappedKey {
  readonly salt: string;
  readonly iv: string;
  readonly tag: string;
  readonly key: string;
}

const deriveKey = promisify<string, Buffer, number, Buffer>(scrypt);

/** The secret may be a sentence that a person chose: scrypt makes guessing it dear. */
export async function wrapKey(key: Buffer, secret: string): Promise<WrappedKey> {
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", await deriveKey(secret, salt, 32), iv);
  const wrapped = Buffer.concat([cipher.update(key), cipher.final()]);
  return {
    salt: salt.toString("base64"),
    iv: iv.toString("base64"),
    tag: cipher.getAuthTag().toString("base64"),
    key: wrapped.toString("base64"),
  };
}

/** The key, or null: another secret wrapped it. */
export async function unwrapKey(wrapped: WrappedKey, secret: string): Promise<Buffer | null> {
  const bytes = (text: string): Buffer => Buffer.from(text, "base64");
  const key = await deriveKey(secret, bytes(wrapped.salt), 32);
  const decipher = createDecipheriv("aes-256-gcm", key, bytes(wrapped.iv), { authTagLength: 16 });
  decipher.setAuthTag(bytes(wrapped.tag));
  try {
    return Buffer.concat([decipher.update(bytes(wrapped.key)), decipher.final()]);
  } catch {
    return null;
  }
}
