import type pg from "pg";
import type { Auth } from "./create-auth.ts";
import { SESSION_SECONDS } from "./create-auth.ts";
import { newToken } from "./one-use-token.ts";
import { IDLE_MS } from "./session-limits.ts";
import { storedToken } from "./stored-token.ts";

/** From where somebody signs in, for their own list of sessions. */
export interface SignInPlace {
  readonly ip: string | null;
  readonly userAgent: string | null;
}

export interface OwnSession {
  readonly id: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly createdAt: number;
  /** To the minute. */
  readonly lastSeenAt: number;
}

/** Begins and ends sessions. Every sign-in gets a new token; none that a request brings is ever taken over. */
export interface SessionStore {
  /** The token is here and nowhere else: the database keeps its hash. */
  begin(userId: string, place: SignInPlace): Promise<{ readonly token: string }>;
  /** False where this account has no such session. */
  end(userId: string, sessionId: string): Promise<boolean>;
  /** All of the account's, but for one where one is named. */
  endAll(userId: string, except?: string): Promise<readonly string[]>;
  /** Those that still hold, newest first. */
  list(userId: string): Promise<readonly OwnSession[]>;
}

/** Of one account; the ones not used for longest give way. */
const MOST_SESSIONS = 50;
const LONGEST_USER_AGENT = 300;

const CLEAN = `delete from auth.session where "expiresAt" <= $1 or "updatedAt" <= $2 or id in
  (select id from auth.session where "userId" = $3 order by "updatedAt" desc, id offset ${String(MOST_SESSIONS - 1)})`;
const LIST = `select id, "ipAddress" as ip, "userAgent" as user_agent, "createdAt" as created_at, "updatedAt" as seen_at
  from auth.session where "userId" = $1 and "expiresAt" > $2 and "updatedAt" > $3
  order by "updatedAt" desc, id limit ${String(MOST_SESSIONS)}`;

interface Row {
  readonly id: string;
  readonly ip: string | null;
  readonly user_agent: string | null;
  readonly created_at: Date;
  readonly seen_at: Date;
}

export async function openSessionStore(auth: Auth, pool: pg.Pool, now: () => number): Promise<SessionStore> {
  const { internalAdapter } = await auth.$context;
  const limits = (): readonly [Date, Date] => [new Date(now()), new Date(now() - IDLE_MS)];
  return {
    async begin(userId, { ip, userAgent }) {
      await pool.query(CLEAN, [...limits(), userId]);
      const token = newToken();
      const at = new Date(now());
      await internalAdapter.createSession(
        userId,
        false,
        {
          token: storedToken(token),
          createdAt: at,
          updatedAt: at,
          expiresAt: new Date(now() + SESSION_SECONDS * 1000),
          // As people write it, whichever kind of socket it came by.
          ipAddress: ip?.replace(/^::ffff:(?=\d+\.)/i, "") ?? null,
          userAgent: userAgent?.slice(0, LONGEST_USER_AGENT) ?? null,
        },
        true,
      );
      return { token };
    },
    async end(userId, sessionId) {
      const text = `delete from auth.session where "userId" = $1 and id = $2`;
      return (await pool.query(text, [userId, sessionId])).rowCount === 1;
    },
    async endAll(userId, except) {
      const text = `delete from auth.session where "userId" = $1 and id is distinct from $2 returning id`;
      const { rows } = await pool.query<{ readonly id: string }>(text, [userId, except ?? null]);
      return rows.map(({ id }) => id);
    },
    async list(userId) {
      const { rows } = await pool.query<Row>(LIST, [userId, ...limits()]);
      return rows.map(ownSession);
    },
  };
}

function ownSession({ id, ip, user_agent: userAgent, created_at, seen_at }: Row): OwnSession {
  return { id, ip, userAgent, createdAt: created_at.getTime(), lastSeenAt: seen_at.getTime() };
}
