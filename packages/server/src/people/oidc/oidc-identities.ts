import { type Kysely, sql } from "kysely";
import type { Database } from "../../storage/schema.ts";
import type { Accounts } from "../accounts.ts";
import type { OidcPerson } from "./oidc-flow.ts";

export type OidcWelcome =
  | { readonly userId: string; readonly linked: boolean }
  | "oidc-unverified"
  | "oidc-stranger";

export interface OidcIdentities {
  /**
   * The account of a person whom the provider vouches for: the one linked to its subject; at the first time the one
   * with the verified address, where that works somewhere. Nobody gets an account or a place by signing in elsewhere.
   */
  welcome(person: OidcPerson): Promise<OidcWelcome>;
}

export function createOidcIdentities(
  db: Kysely<Database>,
  accounts: Pick<Accounts, "find">,
  now: () => number,
): OidcIdentities {
  return {
    async welcome({ issuer, subject, email }) {
      const at = new Date(now());
      const known = await db
        .updateTable("oidc_identities")
        .set({ last_used_at: at })
        .where("issuer", "=", issuer)
        .where("subject", "=", subject)
        .returning("user_id")
        .executeTakeFirst();
      if (known !== undefined) return { userId: known.user_id, linked: false };
      if (email === null) return "oidc-unverified";
      const userId = await accounts.find(email);
      if (userId === null || !(await worksSomewhere(db, userId))) return "oidc-stranger";
      const linked = await db
        .insertInto("oidc_identities")
        .values({ issuer, subject, user_id: userId, created_at: at, last_used_at: at })
        // The account belongs to another person there: an address that was given to somebody else.
        .onConflict((conflict) => conflict.doNothing())
        .returning("user_id")
        .executeTakeFirst();
      return linked === undefined ? "oidc-stranger" : { userId, linked: true };
    },
  };
}

async function worksSomewhere(db: Kysely<Database>, userId: string): Promise<boolean> {
  const { rows } = await sql<{ readonly works: boolean }>`
    select exists (select from memberships_of(${userId})) as works`.execute(db);
  return rows[0]?.works === true;
}
