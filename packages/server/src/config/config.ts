/** What the process was told, checked and frozen. Nothing else in the server reads the environment. */
export interface Config {
  readonly production: boolean;
  readonly port: number;
  /** Null: every interface, IPv6 and IPv4 where the machine has both. */
  readonly host: string | null;
  /** Null: the server runs a PostgreSQL of its own. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly redisUrl: string | null;
  /** Origin under which people reach the server (`https://queue.example`), or null: whatever Host they ask for. */
  readonly publicUrl: string | null;
  /** Exact origins; the own origin is always allowed beside them. */
  readonly allowedOrigins: readonly string[];
  /** Addresses or CIDR ranges whose forwarding headers are believed. */
  readonly trustedProxies: readonly string[];
  /** Wraps the signing keys; null: a 0600 file in the data directory. */
  readonly secret: string | null;
  readonly metricsToken: string | null;
  readonly demo: boolean;
  readonly demoPassword: string | null;
  readonly rateLimits: boolean;
  /** Where the web app finds its sockets; null: same origin. */
  readonly webSocketUrl: string | null;
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  /** One line that names the variable and says what it should be. */
  | { readonly ok: false; readonly message: string };
