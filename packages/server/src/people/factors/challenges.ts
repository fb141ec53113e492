import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import type { Database } from "../../storage/schema.ts";
import { open, seal, type SealingKeys } from "../seal.ts";

export const CHALLENGE_MS = 5 * 60_000;

/**
 * One-use challenges that the server does not keep: each carries its own end under a seal, so that strangers who
 * ask for many fill no table. Only a challenge that was answered rightly is remembered, until its end.
 */
export interface Challenges {
  /** For this purpose and no other. */
  issue(purpose: string): string;
  /** It was issued for this purpose and is not over. */
  holds(purpose: string, challenge: string): boolean;
  /** True once, of a challenge that holds: what is still missing when everything else about the answer is right. */
  spend(purpose: string, challenge: string): Promise<boolean>;
}

interface Dependencies {
  readonly db: Kysely<Database>;
  readonly keys: SealingKeys;
  readonly now: () => number;
}

export function createChallenges({ db, keys, now }: Dependencies): Challenges {
  const endOf = (purpose: string, challenge: string): number =>
    Number(open(keys, `challenge:${purpose}`, challenge) ?? 0);
  return {
    // The seal's own random start makes each one different.
    issue: (purpose) => seal(keys, `challenge:${purpose}`, String(now() + CHALLENGE_MS)),
    holds: (purpose, challenge) => endOf(purpose, challenge) > now(),
    async spend(purpose, challenge) {
      const end = endOf(purpose, challenge);
      if (end <= now()) return false;
      await db.deleteFrom("spent_challenges").where("expires_at", "<=", new Date(now())).execute();
      const spent = await db
        .insertInto("spent_challenges")
        .values({ hash: hashOf(challenge), expires_at: new Date(end) })
        .onConflict((conflict) => conflict.column("hash").doNothing())
        .returning("hash")
        .executeTakeFirst();
      return spent !== undefined;
    },
  };
}

function hashOf(challenge: string): string {
  return createHash("sha256").update(challenge).digest("base64url");
}
