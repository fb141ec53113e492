import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import type { Database } from "../../storage/schema.ts";
import type { SealingKeys } from "../seal.ts";
import type { TryCounter } from "../try-counter.ts";
import { createChallenges } from "./challenges.ts";
import { createCodeGuard } from "./code-guard.ts";
import type { Factors } from "./factors.ts";
import { createPasskeyRows } from "./passkey-rows.ts";
import { createPasskeys } from "./passkeys.ts";
import { createPendingSignIns } from "./pending-sign-ins.ts";
import { createRecovery } from "./recovery.ts";
import { createTotpFactors } from "./totp-factors.ts";

/** Everything that proves who somebody is, beside their password. */
export function openFactors(
  db: Kysely<Database>,
  keys: SealingKeys,
  tries: TryCounter,
  now: () => number,
): Factors {
  const dependencies = {
    db,
    keys,
    now,
    randomBytes: (size: number) => new Uint8Array(randomBytes(size)),
  };
  return {
    totp: createTotpFactors(dependencies),
    recovery: createRecovery(dependencies),
    passkeys: createPasskeys(createPasskeyRows(db, now), createChallenges(dependencies)),
    pending: createPendingSignIns(dependencies),
    codeGuard: createCodeGuard(tries),
  };
}
