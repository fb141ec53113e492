import type { OpenDatabase } from "../storage/open-database.ts";
import { type Accounts, openAccounts } from "./accounts.ts";
import { createAuth } from "./create-auth.ts";
import { createDirectory, type Directory } from "./directory.ts";
import { createFingerprint } from "./fingerprint.ts";
import type { Factors } from "./factors/factors.ts";
import { openFactors } from "./factors/open-factors.ts";
import type { KeyRing } from "./key-ring.ts";
import { createLoginGuard, type LoginGuard } from "./login-guard.ts";
import { createInvitations, type Invitations } from "./invitations.ts";
import { createPasswordResets, type PasswordResets } from "./password-resets.ts";
import { openSessionStore, type SessionStore } from "./session-store.ts";
import { createSessions, type Sessions } from "./sessions.ts";
import { createSetup, type Setup } from "./setup.ts";
import { createSignInRules, type SignInRules } from "./sign-in-rules.ts";
import { createStaffing, type Staffing } from "./staffing.ts";
import {
  type AppointmentKeys,
  createAppointmentKeys,
  createTicketKeys,
  createWaitingKeys,
  type TicketKeys,
  type WaitingKeys,
} from "./ticket-keys.ts";
import { createTryCounter, type TryCounter } from "./try-counter.ts";

export interface People {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly sessionStore: SessionStore;
  readonly invitations: Invitations;
  readonly passwordResets: PasswordResets;
  readonly directory: Directory;
  readonly staffing: Staffing;
  readonly factors: Factors;
  readonly signInRules: SignInRules;
  readonly setup: Setup;
  readonly tries: TryCounter;
  readonly loginGuard: LoginGuard;
  readonly ticketKeys: TicketKeys;
  readonly appointmentKeys: AppointmentKeys;
  readonly waitingKeys: WaitingKeys;
  readonly fingerprint: (text: string) => string;
}

/** Everything about who is who: accounts, sessions, staff, visitors' keys. */
export async function openPeople(database: OpenDatabase, keys: KeyRing, now: () => number): Promise<People> {
  const auth = await createAuth(database, keys.current.derive("better-auth").toString("base64url"));
  const accounts = await openAccounts(auth);
  const tries = createTryCounter(database.pool, keys, now);
  return {
    accounts,
    sessions: createSessions(database.pool, now),
    sessionStore: await openSessionStore(auth, database.pool, now),
    invitations: createInvitations(database.db, accounts, now),
    passwordResets: createPasswordResets(database.db, now),
    directory: createDirectory(database.pool),
    factors: openFactors(database.db, keys, tries, now),
    signInRules: createSignInRules(database.db),
    staffing: createStaffing(database.db, accounts),
    setup: createSetup(database.db, accounts, now),
    tries,
    loginGuard: createLoginGuard(tries),
    ticketKeys: createTicketKeys(keys),
    appointmentKeys: createAppointmentKeys(keys),
    waitingKeys: createWaitingKeys(keys),
    fingerprint: createFingerprint(keys),
  };
}
