import type { Kysely } from "kysely";
import type { Config } from "../../config/config.ts";
import type { Database } from "../../storage/schema.ts";
import type { Accounts } from "../accounts.ts";
import { createChallenges } from "../factors/challenges.ts";
import type { SealingKeys } from "../seal.ts";
import { createOidcFlow, type OidcFlow } from "./oidc-flow.ts";
import { createOidcIdentities, type OidcIdentities } from "./oidc-identities.ts";
import { oidcProvider } from "./oidc-provider.ts";

export const OIDC_CALLBACK_PATH = "/api/v1/auth/oidc/callback";

/** The other sign-in, where one is set up. */
export interface Oidc extends OidcFlow, OidcIdentities {
  readonly publicUrl: string;
}

interface Dependencies {
  readonly db: Kysely<Database>;
  readonly keys: SealingKeys;
  readonly accounts: Pick<Accounts, "find">;
  readonly now: () => number;
}

export function openOidc(
  { oidc, publicUrl }: Config,
  { db, keys, accounts, now }: Dependencies,
): Oidc | null {
  if (oidc === null || publicUrl === null) return null;
  const challenges = createChallenges({ db, keys, now });
  return {
    publicUrl,
    ...createOidcFlow(oidcProvider(oidc, now), challenges, `${publicUrl}${OIDC_CALLBACK_PATH}`),
    ...createOidcIdentities(db, accounts, now),
  };
}
