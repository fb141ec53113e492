import type { Kysely } from "kysely";
import type { Database } from "../storage/schema.ts";
import { newToken, tokenHash } from "./one-use-token.ts";

const VALID_MS = 30 * 60_000;

/** Links by which somebody who forgot their password chooses another. */
export interface PasswordResets {
  /** A token for a link; links given earlier no longer work. */
  open(userId: string): Promise<string>;
  /** Whose link it is; it does not work again. Null: over, used, or never given. */
  redeem(token: string): Promise<string | null>;
  /** The password was changed otherwise, or everything was signed out. */
  endAll(userId: string): Promise<void>;
}

export function createPasswordResets(db: Kysely<Database>, now: () => number): PasswordResets {
  const endAll = async (userId: string): Promise<void> => {
    await db.deleteFrom("password_resets").where("user_id", "=", userId).execute();
  };
  return {
    endAll,
    async open(userId) {
      await db.deleteFrom("password_resets").where("expires_at", "<=", new Date(now())).execute();
      await endAll(userId);
      const token = newToken();
      const values = { hash: tokenHash(token), user_id: userId, expires_at: new Date(now() + VALID_MS) };
      await db.insertInto("password_resets").values(values).execute();
      return token;
    },
    async redeem(token) {
      const gone = await db
        .deleteFrom("password_resets")
        .where("hash", "=", tokenHash(token))
        .where("expires_at", ">", new Date(now()))
        .returning("user_id")
        .executeTakeFirst();
      return gone?.user_id ?? null;
    },
  };
}
