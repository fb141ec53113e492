import type { Kysely } from "kysely";
import type { Database } from "../storage/schema.ts";
import type { WrappedKey } from "./wrapped-key.ts";

/** A signing key as it lies in the database. Times in ms since the epoch. */
export interface StoredKey {
  readonly id: string;
  readonly wrapped: WrappedKey;
  readonly createdAt: number;
  /** Before this moment it is believed and does not sign yet, so that every node knows it first. */
  readonly signsFrom: number;
  /** From this moment on what it signed is refused; null: no end is set. */
  readonly acceptedUntil: number | null;
}

/** Oldest first. */
export async function readStoredKeys(db: Kysely<Database>): Promise<readonly StoredKey[]> {
  const rows = await db.selectFrom("signing_keys").selectAll().orderBy("signs_from").orderBy("id").execute();
  return rows.map((row) => ({
    id: row.id,
    wrapped: row.wrapped as WrappedKey,
    createdAt: row.created_at.getTime(),
    signsFrom: row.signs_from.getTime(),
    acceptedUntil: row.accepted_until?.getTime() ?? null,
  }));
}

export async function storeKey(db: Kysely<Database>, key: StoredKey): Promise<void> {
  await db
    .insertInto("signing_keys")
    .values({
      id: key.id,
      wrapped: JSON.stringify(key.wrapped),
      created_at: new Date(key.createdAt),
      signs_from: new Date(key.signsFrom),
      accepted_until: key.acceptedUntil === null ? null : new Date(key.acceptedUntil),
    })
    .execute();
}

/** Whether what it signed is believed at this moment. */
export function isAccepted({ acceptedUntil }: Pick<StoredKey, "acceptedUntil">, now: number): boolean {
  return acceptedUntil === null || acceptedUntil > now;
}

/** The one that signs at this moment: the newest accepted one whose time has come. Keys oldest first, at least one. */
export function signingNow<Key extends Pick<StoredKey, "signsFrom" | "acceptedUntil">>(
  keys: readonly Key[],
  now: number,
): Key {
  const ready = (key: Key): boolean => key.signsFrom <= now && isAccepted(key, now);
  // A clock far behind the one that made the keys finds none ready.
  const signing = keys.findLast(ready) ?? keys.findLast((key) => isAccepted(key, now));
  if (signing === undefined) throw new Error("there is always a signing key");
  return signing;
}
