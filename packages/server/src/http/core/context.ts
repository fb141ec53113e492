import type { Kysely } from "kysely";
import type { Logger } from "pino";
import type { AuditTrail } from "../../audit/audit-trail.ts";
import type { DeskViews } from "../../audit/desk-views.ts";
import type { Config } from "../../config/config.ts";
import type { Metrics } from "../../metrics/create-metrics.ts";
import type { Devices } from "../../devices/open-devices.ts";
import type { CalendarFeeds } from "../../booking/calendar-feeds.ts";
import type { Mailer } from "../../mail/mailer.ts";
import type { Messages } from "../../messages/messages.ts";
import type { Messaging } from "../../messages/open-messages.ts";
import type { Accounts } from "../../people/accounts.ts";
import type { Directory } from "../../people/directory.ts";
import type { Factors } from "../../people/factors/factors.ts";
import type { Oidc } from "../../people/oidc/open-oidc.ts";
import type { KeyRing } from "../../people/key-ring.ts";
import type { Operating } from "../../people/operating.ts";
import type { LoginGuard } from "../../people/login-guard.ts";
import type { Credentials } from "../../people/credentials.ts";
import type { Keys } from "../../people/keys/open-keys.ts";
import type { Invitations } from "../../people/invitations.ts";
import type { PasswordResets } from "../../people/password-resets.ts";
import type { SessionStore } from "../../people/session-store.ts";
import type { Sessions } from "../../people/sessions.ts";
import type { TryCounter } from "../../people/try-counter.ts";
import type { Setup } from "../../people/setup.ts";
import type { SignInRules } from "../../people/sign-in-rules.ts";
import type { AppointmentKeys, TicketKeys, WaitingKeys } from "../../people/ticket-keys.ts";
import type { Revoked } from "../../revocation/revoked.ts";
import type { DayStarts } from "../../records/day-starts.ts";
import type { ShopRuntime } from "../../shops/shop-runtime.ts";
import type { Boards } from "../../stream/boards/boards.ts";
import type { OutboundRules } from "../../outbound/guarded-post.ts";
import type { WaitingBook } from "../../waiting-list/waiting-book.ts";
import type { WebhookBook } from "../../webhooks/webhook-book.ts";
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
  readonly sessionStore: SessionStore;
  readonly invitations: Invitations;
  readonly passwordResets: PasswordResets;
  readonly staffing: Staffing;
  readonly factors: Factors;
  readonly signInRules: SignInRules;
  /** Another sign-in, by OpenID Connect; null: none. */
  readonly oidc: Oidc | null;
  readonly setup: Setup;
  readonly tries: TryCounter;
  readonly loginGuard: LoginGuard;
  readonly operating: Operating;
  readonly mailer: Mailer;
  /** To visitors. */
  readonly messages: Messages;
  /** What organisations choose for their messages. */
  readonly messaging: Messaging;
  readonly webhooks: WebhookBook;
  /** What requests to addresses that somebody typed may reach. */
  readonly outbound: OutboundRules;
  /** The server's signing keys: ask it anew each time, they change. */
  readonly keys: KeyRing;
  readonly ticketKeys: TicketKeys;
  readonly appointmentKeys: AppointmentKeys;
  readonly waitingKeys: WaitingKeys;
  readonly waitingBook: WaitingBook;
  readonly calendarFeeds: CalendarFeeds;
  /** A keyed hash by which a repeated request is known. */
  readonly fingerprint: (text: string) => string;
  readonly keyedOnce: KeyedOnce;
  /** The states with which service days began. */
  readonly dayStarts: DayStarts;
  readonly audit: AuditTrail;
  readonly deskViews: DeskViews;
  /** Who a bearer token stands for. */
  readonly credentials: Credentials;
  readonly apiKeys: Keys["apiKeys"];
  readonly apiKeyCredentials: Keys["apiKeyCredentials"];
  readonly accessTokens: Keys["accessTokens"];
  /** Boards and kiosks with keys of their own. */
  readonly devices: Devices;
  /** The boards that have called at this node. */
  readonly boards: Boards;
  /** Null where the database does not hold the demo. */
  readonly demo: RunningDemo | null;
  /** After the commit: what this had open or remembered ends, on this node within the call and on every node within 2 s. */
  revoke(what: Revoked): void;
  /** Where this server is for people: the origin of links in mails. */
  publicOrigin(): string;
  /** Whether the database answers a question just now, within the time given. */
  databaseAnswers(withinMs: number): Promise<boolean>;
  now(): number;
  newId(): string;
}
