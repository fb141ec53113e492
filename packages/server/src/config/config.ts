/** What the process was told, checked and frozen. Nothing else in the server reads the environment. */
export interface Config {
  readonly production: boolean;
  readonly port: number;
  /** Null: every interface, IPv6 and IPv4 where the machine has both. */
  readonly host: string | null;
  /** Null: the server runs a PostgreSQL of its own. */
  readonly databaseUrl: string | null;
  /** Who owns the tables, where the role of `databaseUrl` is one of its own; null: that one makes it. */
  readonly databaseOwnerUrl: string | null;
  readonly dataDir: string;
  /** Where a backup is put every day; null: none is made by itself. */
  readonly backupDir: string | null;
  /** How many of these backups are kept. */
  readonly backupsKept: number;
  /** Carries the hints between nodes; null: the database does. */
  readonly redisUrl: string | null;
  /** Origin under which people reach the server (`https://queue.example`), or null: whatever Host they ask for. */
  readonly publicUrl: string | null;
  /** Exact origins; the own origin is always allowed beside them. */
  readonly allowedOrigins: readonly string[];
  /** Exact origins that webhooks may reach although they are not on the public internet, or not https. */
  readonly outboundOrigins: readonly string[];
  /** Addresses or CIDR ranges whose forwarding headers are believed. */
  readonly trustedProxies: readonly string[];
  /** Wraps the signing keys; null: a 0600 file in the data directory. */
  readonly secret: string | null;
  /** The secret before it: keys that only it opens are wrapped anew by the present one. */
  readonly previousSecret: string | null;
  readonly metricsToken: string | null;
  readonly demo: boolean;
  readonly demoPassword: string | null;
  readonly rateLimits: boolean;
  /** The mail server, with its credentials; null: none. */
  readonly smtpUrl: string | null;
  /** Whom mails come from; set wherever `smtpUrl` is. */
  readonly mailFrom: string | null;
  /** Another sign-in beside our own; null: none. */
  readonly oidc: OidcConfig | null;
  /** Where the web app finds its sockets; null: same origin. */
  readonly webSocketUrl: string | null;
}

/** An OpenID Connect provider that people may sign in with. */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** As it stands on the button. */
  readonly name: string;
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  /** One line that names the variable and says what it should be. */
  | { readonly ok: false; readonly message: string };
