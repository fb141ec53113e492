import type { Kysely } from "kysely";
import type { Logger } from "pino";
import type { Config } from "../../config/config.ts";
import type { Metrics } from "../../metrics/create-metrics.ts";
import type { Accounts } from "../../people/accounts.ts";
import type { Directory } from "../../people/directory.ts";
import type { LoginGuard } from "../../people/login-guard.ts";
import type { Session } from "../../people/session.ts";
import type { Sessions } from "../../people/sessions.ts";
import type { Setup } from "../../people/setup.ts";
import type { TicketKeys } from "../../people/ticket-keys.ts";
import type { ShopRuntime } from "../../shops/shop-runtime.ts";
import type { Boards } from "../../stream/boards/boards.ts";
import type { Database } from "../../storage/schema.ts";
import type { RunningDemo } from "../../demo/running-demo.ts";
import type { Staffing } from "../../people/staffing.ts";
import type { KeyedOnce } from "../../commands/keyed-once.ts";

/** Everything the endpoints work with; made once by the composition root. */
export interface Context {
  readonly config: Config;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly runtime: ShopRuntime;
  readonly directory: Directory;
  readonly db: Kysely<Database>;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly staffing: Staffing;
  readonly setup: Setup;
  readonly loginGuard: LoginGuard;
  readonly ticketKeys: TicketKeys;
  /** A keyed hash by which a repeated request is known. */
  readonly fingerprint: (text: string) => string;
  readonly keyedOnce: KeyedOnce;
  /** The boards that have called at this node. */
  readonly boards: Boards;
  /** Null where the database does not hold the demo. */
  readonly demo: RunningDemo | null;
  /** A one-use pass that carries a session over to a socket. */
  socketTicket(session: Session): { readonly ticket: string; readonly expiresInSeconds: number };
  /** End what this account, or one session of it, has open on this node: signed out, other role, dismissed. */
  endSockets(userId: string, sessionId?: string): void;
  /** Whether the database answers a question just now, within the time given. */
  databaseAnswers(withinMs: number): Promise<boolean>;
  now(): number;
  newId(): string;
}
