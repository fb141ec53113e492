import type { Kysely } from "kysely";
import type { Database } from "../../storage/schema.ts";
import { open, seal, type SealingKeys } from "../seal.ts";
import { stepOfCode, TOTP_SECRET_BYTES, totpPurpose, totpSecret } from "./totp.ts";

/** The authenticator apps of accounts: at most one each. */
export interface TotpFactors {
  /** When it was set up; null: it is not, or not yet confirmed. */
  since(userId: string): Promise<Date | null>;
  /** A new secret, of no use until it is confirmed by a code; an earlier unconfirmed one no longer counts. */
  begin(userId: string): Promise<{ readonly secret: string } | "second-factor-on">;
  confirm(userId: string, code: string): Promise<"done" | "code-wrong" | "second-factor-not-begun">;
  /** Each step's code counts once. */
  fits(userId: string, code: string): Promise<boolean>;
  remove(userId: string): Promise<void>;
}

export interface FactorDependencies {
  readonly db: Kysely<Database>;
  readonly keys: SealingKeys;
  readonly now: () => number;
  readonly randomBytes: (size: number) => Uint8Array<ArrayBuffer>;
}

export function createTotpFactors({ db, keys, now, randomBytes }: FactorDependencies): TotpFactors {
  const find = (userId: string) =>
    db.selectFrom("totp_factors").selectAll().where("user_id", "=", userId).executeTakeFirst();

  /** Marks the code's step as used; false where the code is wrong or its step has been used. */
  const useCode = async (userId: string, sealed: string, code: string): Promise<boolean> => {
    const secret = open(keys, totpPurpose(userId), sealed);
    if (secret === null) throw new Error("a second factor's secret does not open: was its key retired?");
    const step = stepOfCode(secret, code, now());
    if (step === null) return false;
    const used = await db
      .updateTable("totp_factors")
      .set({ last_step: step })
      .where("user_id", "=", userId)
      .where("sealed", "=", sealed)
      .where("last_step", "<", step)
      .returning("user_id")
      .executeTakeFirst();
    return used !== undefined;
  };

  return {
    since: async (userId) => (await find(userId))?.confirmed_at ?? null,
    async begin(userId) {
      const secret = totpSecret(randomBytes(TOTP_SECRET_BYTES));
      const fresh = {
        sealed: seal(keys, totpPurpose(userId), secret),
        last_step: 0,
        created_at: new Date(now()),
      };
      const row = await db
        .insertInto("totp_factors")
        .values({ user_id: userId, ...fresh })
        .onConflict((conflict) =>
          conflict.column("user_id").doUpdateSet(fresh).where("totp_factors.confirmed_at", "is", null),
        )
        .returning("user_id")
        .executeTakeFirst();
      return row === undefined ? "second-factor-on" : { secret };
    },
    async confirm(userId, code) {
      const row = await find(userId);
      if (row === undefined || row.confirmed_at !== null) return "second-factor-not-begun";
      if (!(await useCode(userId, row.sealed, code))) return "code-wrong";
      const confirmed = await db
        .updateTable("totp_factors")
        .set({ confirmed_at: new Date(now()) })
        .where("user_id", "=", userId)
        .where("sealed", "=", row.sealed)
        .returning("user_id")
        .executeTakeFirst();
      return confirmed === undefined ? "second-factor-not-begun" : "done";
    },
    async fits(userId, code) {
      const row = await find(userId);
      return row !== undefined && row.confirmed_at !== null && (await useCode(userId, row.sealed, code));
    },
    async remove(userId) {
      await db.deleteFrom("totp_factors").where("user_id", "=", userId).execute();
    },
  };
}
