import type { Kysely } from "kysely";
import type { Database } from "../../storage/schema.ts";
import type { FactorDependencies } from "./totp-factors.ts";
import { RECOVERY_RANDOM_BYTES, recoveryCodes, recoveryHash } from "./recovery-codes.ts";

/** The codes for the day the phone is lost. Only their hashes are kept. */
export interface Recovery {
  /** Ten new ones, shown this once; earlier ones no longer count. */
  renew(userId: string): Promise<readonly string[]>;
  left(userId: string): Promise<number>;
  /** Uses the code up; false: wrong, or used before. */
  use(userId: string, code: string): Promise<boolean>;
  remove(userId: string): Promise<void>;
}

type Dependencies = Pick<FactorDependencies, "db" | "now" | "randomBytes">;

export function createRecovery({ db, now, randomBytes }: Dependencies): Recovery {
  return {
    async renew(userId) {
      const codes = recoveryCodes(randomBytes(RECOVERY_RANDOM_BYTES));
      const created_at = new Date(now());
      await db.transaction().execute(async (transaction) => {
        await remove(transaction, userId);
        const rows = codes.map((code) => ({ user_id: userId, hash: recoveryHash(userId, code), created_at }));
        await transaction.insertInto("recovery_codes").values(rows).execute();
      });
      return codes;
    },
    async left(userId) {
      const { count } = await db
        .selectFrom("recovery_codes")
        .select(({ fn }) => fn.countAll<string>().as("count"))
        .where("user_id", "=", userId)
        .where("used_at", "is", null)
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    async use(userId, code) {
      const used = await db
        .updateTable("recovery_codes")
        .set({ used_at: new Date(now()) })
        .where("user_id", "=", userId)
        .where("hash", "=", recoveryHash(userId, code))
        .where("used_at", "is", null)
        .returning("hash")
        .executeTakeFirst();
      return used !== undefined;
    },
    remove: (userId) => remove(db, userId),
  };
}

async function remove(db: Kysely<Database>, userId: string): Promise<void> {
  await db.deleteFrom("recovery_codes").where("user_id", "=", userId).execute();
}
