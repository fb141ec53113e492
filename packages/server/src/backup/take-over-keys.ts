import { type Kysely, sql } from "kysely";
import { newStoredKey, type Secrets } from "../people/key-ring.ts";
import { SEALED_COLUMNS } from "../people/sealed-columns.ts";
import { readStoredKeys, storeKey } from "../people/stored-keys.ts";
import { unwrapKey, wrapKey } from "../people/wrapped-key.ts";
import type { Database } from "../storage/schema.ts";
import { UnusableBackup } from "./unusable-backup.ts";

export interface KeysTakenOver {
  readonly kept: number;
  /** New keys were made: what the old ones signed and sealed is lost. */
  readonly lost: number;
  /** Rows whose sealed secret no key opens any more, deleted; by table. */
  readonly sealedLost: Readonly<Record<string, number>>;
}

/**
 * Makes the restored signing keys open with this server's secret. `known` are further secrets that may have wrapped
 * them. Without any that fits it refuses, or, where `anew`, makes a new key.
 */
export async function takeOverKeys(
  db: Kysely<Database>,
  secrets: Secrets,
  known: readonly (string | null)[],
  { anew, now }: { readonly anew: boolean; readonly now: number },
): Promise<KeysTakenOver> {
  const stored = await readStoredKeys(db);
  const rewrapped = new Map<string, string>();
  for (const { id, wrapped } of stored) {
    if ((await unwrapKey(wrapped, secrets.current)) !== null) continue;
    const key = await firstThatOpens(wrapped, known);
    if (key === null) return anew ? await startAnew(db, secrets, stored.length, now) : refuse();
    rewrapped.set(id, JSON.stringify(await wrapKey(key, secrets.current)));
  }
  for (const [id, wrapped] of rewrapped)
    await db.updateTable("signing_keys").set({ wrapped }).where("id", "=", id).execute();
  return { kept: stored.length, lost: 0, sealedLost: {} };
}

async function firstThatOpens(
  wrapped: Parameters<typeof unwrapKey>[0],
  known: readonly (string | null)[],
): Promise<Buffer | null> {
  for (const secret of known) {
    const key = secret === null ? null : await unwrapKey(wrapped, secret);
    if (key !== null) return key;
  }
  return null;
}

function refuse(): never {
  throw new UnusableBackup(
    "secret-missing",
    "The backup's signing keys do not open with this server's secret. Set CALLNEXT_SECRET (or put back the file `secret`) to what it was when the backup was made, or CALLNEXT_SECRET_PREVIOUS to it; or restore with --new-keys: visitors' links stop working and everybody's authenticator app and every webhook has to be set up again.",
  );
}

async function startAnew(
  db: Kysely<Database>,
  secrets: Secrets,
  lost: number,
  now: number,
): Promise<KeysTakenOver> {
  await db.deleteFrom("signing_keys").execute();
  await storeKey(db, await newStoredKey(secrets.current, now, now));
  const sealedLost: Record<string, number> = {};
  for (const { table, column } of SEALED_COLUMNS) {
    const gone = await sql`delete from ${sql.table(table)} where ${sql.ref(column)} is not null`.execute(db);
    sealedLost[table] = Number(gone.numAffectedRows ?? 0n);
  }
  return { kept: 0, lost, sealedLost };
}
