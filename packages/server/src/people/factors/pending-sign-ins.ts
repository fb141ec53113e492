import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import type { Database } from "../../storage/schema.ts";
import type { FactorDependencies } from "./totp-factors.ts";

export const PENDING_MS = 5 * 60_000;
export const MOST_ATTEMPTS = 5;
/** Open at a time for one account; the oldest give way. */
const MOST_PENDING = 10;
const TOKEN_BYTES = 32;

/** Sign-ins whose first half is done. The token is no session: it is good for naming the second factor, once. */
export interface PendingSignIns {
  open(userId: string): Promise<string>;
  /** Whose it is, without counting; null: over, used up, or never was. */
  find(token: string): Promise<string | null>;
  /** Counts a try, before the factor is looked at. */
  attempt(token: string): Promise<string | null>;
  /** True for the one who ends it. */
  close(token: string): Promise<boolean>;
  /** The password changed, or everything is signed out. */
  endAll(userId: string): Promise<void>;
}

type Dependencies = Pick<FactorDependencies, "db" | "now" | "randomBytes">;

export function createPendingSignIns({ db, now, randomBytes }: Dependencies): PendingSignIns {
  const running = () => new Date(now());
  return {
    async open(userId) {
      const token = Buffer.from(randomBytes(TOKEN_BYTES)).toString("base64url");
      await makeRoom(db, userId, running());
      const expires_at = new Date(now() + PENDING_MS);
      await db
        .insertInto("pending_sign_ins")
        .values({ hash: hashOf(token), user_id: userId, expires_at })
        .execute();
      return token;
    },
    async find(token) {
      const row = await db
        .selectFrom("pending_sign_ins")
        .select("user_id")
        .where("hash", "=", hashOf(token))
        .where("expires_at", ">", running())
        .where("attempts", "<", MOST_ATTEMPTS)
        .executeTakeFirst();
      return row?.user_id ?? null;
    },
    async attempt(token) {
      const row = await db
        .updateTable("pending_sign_ins")
        .set(({ eb }) => ({ attempts: eb("attempts", "+", 1) }))
        .where("hash", "=", hashOf(token))
        .where("expires_at", ">", running())
        .where("attempts", "<", MOST_ATTEMPTS)
        .returning("user_id")
        .executeTakeFirst();
      return row?.user_id ?? null;
    },
    async close(token) {
      const gone = db.deleteFrom("pending_sign_ins").where("hash", "=", hashOf(token)).returning("hash");
      return (await gone.executeTakeFirst()) !== undefined;
    },
    async endAll(userId) {
      await db.deleteFrom("pending_sign_ins").where("user_id", "=", userId).execute();
    },
  };
}

async function makeRoom(db: Kysely<Database>, userId: string, now: Date): Promise<void> {
  await db.deleteFrom("pending_sign_ins").where("expires_at", "<=", now).execute();
  const newest = db
    .selectFrom("pending_sign_ins")
    .select("hash")
    .where("user_id", "=", userId)
    .orderBy("expires_at", "desc")
    .limit(MOST_PENDING - 1);
  await db
    .deleteFrom("pending_sign_ins")
    .where("user_id", "=", userId)
    .where("hash", "not in", newest)
    .execute();
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
