import type { Kysely, Selectable } from "kysely";
import { isRowNumber } from "../../storage/row-number.ts";
import { errorCode } from "../../storage/error-code.ts";
import type { Database } from "../../storage/schema.ts";

export const MOST_PASSKEYS = 20;

/** As its owner sees it. */
export interface Passkey {
  readonly id: number;
  readonly name: string;
  readonly synced: boolean;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** As checking it needs it. */
export interface StoredCredential {
  /** The authenticator's id of it. */
  readonly id: string;
  readonly userId: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly transports: readonly string[];
}

export type NewCredential = Omit<StoredCredential, "userId"> & { readonly synced: boolean };

export interface PasskeyRows {
  list(userId: string): Promise<readonly Passkey[]>;
  credentials(userId: string): Promise<readonly StoredCredential[]>;
  find(credentialId: string): Promise<StoredCredential | null>;
  /** Null: this credential is registered already. */
  add(userId: string, name: string, credential: NewCredential): Promise<Passkey | null>;
  /** False where another use has brought the counter as far: a copy of the authenticator is about. */
  used(credential: StoredCredential, counter: number): Promise<boolean>;
  rename(userId: string, id: number, name: string): Promise<boolean>;
  remove(userId: string, id: number): Promise<boolean>;
  removeAll(userId: string): Promise<void>;
}

const UNIQUE_VIOLATION = "23505";

export function createPasskeyRows(db: Kysely<Database>, now: () => number): PasskeyRows {
  const of = (userId: string) =>
    db.selectFrom("passkeys").selectAll().where("user_id", "=", userId).orderBy("id").limit(MOST_PASSKEYS);
  return {
    list: async (userId) => (await of(userId).execute()).map(passkey),
    credentials: async (userId) => (await of(userId).execute()).map(stored),
    async find(credentialId) {
      const query = db.selectFrom("passkeys").selectAll().where("credential_id", "=", credentialId);
      const row = await query.executeTakeFirst();
      return row === undefined ? null : stored(row);
    },
    async add(userId, name, { id, publicKey, counter, transports, synced }) {
      const values = {
        user_id: userId,
        credential_id: id,
        public_key: Buffer.from(publicKey),
        counter,
        transports: [...transports],
        synced,
        name,
        created_at: new Date(now()),
      };
      try {
        return passkey(
          await db.insertInto("passkeys").values(values).returningAll().executeTakeFirstOrThrow(),
        );
      } catch (error) {
        if (errorCode(error) === UNIQUE_VIOLATION) return null;
        throw error;
      }
    },
    async used({ id, counter: before }, counter) {
      const row = await db
        .updateTable("passkeys")
        .set({ counter, last_used_at: new Date(now()) })
        .where("credential_id", "=", id)
        .where("counter", "=", before)
        .returning("id")
        .executeTakeFirst();
      return row !== undefined;
    },
    async rename(userId, id, name) {
      if (!isRowNumber(id)) return false;
      const renamed = db.updateTable("passkeys").set({ name }).where("user_id", "=", userId);
      return (await renamed.where("id", "=", id).returning("id").executeTakeFirst()) !== undefined;
    },
    async remove(userId, id) {
      if (!isRowNumber(id)) return false;
      const gone = db.deleteFrom("passkeys").where("user_id", "=", userId).where("id", "=", id);
      return (await gone.returning("id").executeTakeFirst()) !== undefined;
    },
    async removeAll(userId) {
      await db.deleteFrom("passkeys").where("user_id", "=", userId).execute();
    },
  };
}

function passkey(row: Selectable<Database["passkeys"]>): Passkey {
  const { id, name, synced, created_at: createdAt, last_used_at: lastUsedAt } = row;
  return { id, name, synced, createdAt, lastUsedAt };
}

function stored(row: Selectable<Database["passkeys"]>): StoredCredential {
  return {
    id: row.credential_id,
    userId: row.user_id,
    publicKey: new Uint8Array(row.public_key),
    counter: row.counter,
    transports: row.transports,
  };
}
