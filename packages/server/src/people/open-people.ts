import type { OpenDatabase } from "../storage/open-database.ts";
import { type Accounts, openAccounts } from "./accounts.ts";
import { createAuth } from "./create-auth.ts";
import { createDirectory, type Directory } from "./directory.ts";
import { createFingerprint } from "./fingerprint.ts";
import { createLoginGuard, type LoginGuard } from "./login-guard.ts";
import { createSessions, type Sessions } from "./sessions.ts";
import { createSetup, type Setup } from "./setup.ts";
import { signingKey } from "./signing-key.ts";
import { createStaffing, type Staffing } from "./staffing.ts";
import { createTicketKeys, type TicketKeys } from "./ticket-keys.ts";

export interface People {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly directory: Directory;
  readonly staffing: Staffing;
  readonly setup: Setup;
  readonly loginGuard: LoginGuard;
  readonly ticketKeys: TicketKeys;
  readonly fingerprint: (text: string) => string;
}

/** Everything about who is who: accounts, sessions, staff, visitors' keys. */
export async function openPeople(database: OpenDatabase, secret: string, now: () => number): Promise<People> {
  const key = await signingKey(database.db, secret);
  const accounts = await openAccounts(await createAuth(database, key.toString("base64url")));
  return {
    accounts,
    sessions: createSessions(database.pool, now),
    directory: createDirectory(database.db),
    staffing: createStaffing(database.db, accounts),
    setup: createSetup(database.db, accounts),
    loginGuard: createLoginGuard(now),
    ticketKeys: createTicketKeys(key),
    fingerprint: createFingerprint(key),
  };
}
