import { createHash } from "node:crypto";
import type { Role } from "../permissions.ts";

/** An administrator's rights are never a program's: no key makes keys, or people. */
export type KeyRole = Exclude<Role, "admin">;

/** A key by which a program of the tenant's is let in; the key itself is shown once and not kept. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly role: KeyRole;
  /** The shops that it is limited to; null: all. */
  readonly shopIds: readonly number[] | null;
  /** How the key begins, by which people recognise it. */
  readonly prefix: string;
  /** A member of staff. */
  readonly createdBy: number;
  readonly createdAt: Date;
  /** To the minute; null where it never was. */
  readonly lastUsedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

const KEY_BYTES = 32;
const KEY = /^cnk_[\w-]{43}$/;
const SHOWN = 10;

/** 256 random bits: nobody guesses it, so a plain hash of it is enough to keep. */
export function newApiKey(randomBytes: (count: number) => Buffer): string {
  return `cnk_${randomBytes(KEY_BYTES).toString("base64url")}`;
}

/** Of this form is no other token, whether or not it is anybody's key. */
export function isApiKey(token: string): boolean {
  return KEY.test(token);
}

export function apiKeyHash(key: string): Buffer {
  return createHash("sha256").update(key).digest();
}

/** What may be shown of it later: 36 bits of 256. */
export function apiKeyPrefix(key: string): string {
  return key.slice(0, SHOWN);
}
