import { type Kysely, sql } from "kysely";
import type { Database } from "../storage/schema.ts";
import { membershipOf, type MembershipRow } from "./membership-row.ts";
import type { Membership } from "./session.ts";

/** For whom an account works, also where nobody is signed in with it. */
export async function accountMemberships(
  db: Kysely<Database>,
  userId: string,
): Promise<readonly Membership[]> {
  const { rows } = await sql<MembershipRow>`select * from memberships_of(${userId})`.execute(db);
  return rows.map(membershipOf);
}
