import type { Kysely } from "kysely";
import type { Database } from "../storage/schema.ts";
import { type KeyRing, newStoredKey } from "./key-ring.ts";
import { type SealedColumn, SEALED_COLUMNS } from "./sealed-columns.ts";
import { reseal } from "./reseal.ts";
import { readStoredKeys, signingNow, type StoredKey, storeKey } from "./stored-keys.ts";

/** Several times what a node takes to learn of a new key, clocks that differ included. */
export const SIGNS_AFTER_MS = 60_000;

export interface Rotation {
  readonly db: Kysely<Database>;
  /** Wraps the new key. */
  readonly secret: string;
  readonly now: number;
  /** How long after the change what the older keys signed is still believed. */
  readonly overlapMs: number;
  /** A key leaked: sign with the new one at once, although other nodes may refuse it for some seconds. */
  readonly atOnce: boolean;
}

/** Adds a key that signs from now on; the others are believed until the overlap ends, or until it was to end anyway. */
export async function rotateKeys(rotation: Rotation): Promise<StoredKey> {
  const { db, secret, now, overlapMs, atOnce } = rotation;
  const added = await newStoredKey(secret, now, atOnce ? now : now + SIGNS_AFTER_MS);
  const until = new Date(added.signsFrom + overlapMs);
  await db.transaction().execute(async (transaction) => {
    await transaction
      .updateTable("signing_keys")
      .set({ accepted_until: until })
      .where((row) => row.or([row("accepted_until", "is", null), row("accepted_until", ">", until)]))
      .execute();
    await storeKey(transaction, added);
  });
  return added;
}

export type Retirement =
  | { readonly ok: true; readonly resealed: number }
  | { readonly ok: false; readonly code: "no-such-key" | "key-signs" }
  /** Something sealed by it does not open: without the key it would be lost for certain. */
  | { readonly ok: false; readonly code: "sealed-text-damaged"; readonly where: string };

export interface RetirementNeeds {
  readonly db: Kysely<Database>;
  readonly keys: KeyRing;
  readonly id: string;
  readonly now: number;
  readonly columns?: readonly SealedColumn[];
}

/** Takes a key away for good. What it sealed is sealed anew by the key that signs now. */
export async function retireKey(needs: RetirementNeeds): Promise<Retirement> {
  const { db, keys, id, now } = needs;
  return await db.transaction().execute(async (transaction): Promise<Retirement> => {
    const stored = await readStoredKeys(transaction);
    const key = stored.find((each) => each.id === id);
    if (key === undefined) return { ok: false, code: "no-such-key" };
    // Without a set end it signs, or will when its time comes.
    if (key.acceptedUntil === null || signingNow(stored, now).id === id)
      return { ok: false, code: "key-signs" };
    const done = await reseal(transaction, keys, id, needs.columns ?? SEALED_COLUMNS);
    if (!done.ok) return { ok: false, code: "sealed-text-damaged", where: done.where };
    await transaction.deleteFrom("signing_keys").where("id", "=", id).execute();
    return { ok: true, resealed: done.count };
  });
}
