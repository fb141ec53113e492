import type pg from "pg";
import type { Standings } from "../revocation/credential.ts";
import { membershipOf, type MembershipRow } from "./membership-row.ts";
import type { Membership, Session } from "./session.ts";
import { IDLE_MS, SEEN_EVERY_MS } from "./session-limits.ts";
import { standingOf } from "./standing-of.ts";
import { storedToken } from "./stored-token.ts";

/**
 * How long a session's end, a role change or a dismissal may go unnoticed on another node that got no note of it.
 * With the pause between checks of open sockets (`credential-watch.ts`) it has to stay under 2 s.
 */
const FRESH_MS = 800;
const MOST_CACHED = 5_000;

/** One prepared query beside better-auth's tables: a check through the library costs seven times as much. */
const FIND = `select s.id, s."userId" as user_id, s."expiresAt" as expires_at, s."updatedAt" as seen_at, u.email, u.name as full_name,
    exists (select 1 from operators o where o.user_id = s."userId") as is_operator,
    m.staff_id, m.role, m.shop_ids, m.tenant_id, m.slug, m.tenant_name, m.locale, m.suspended,
    m.tenant_id in (select second_factor_missing_in(s."userId")) as awaits_factor
  from auth.session s
  join auth."user" u on u.id = s."userId"
  left join lateral memberships_of(s."userId") m on true
  where s."expiresAt" > $2 and s."updatedAt" > $3`;
/** Nodes may find at once that it is time; one of them writes. */
const SEEN = `update auth.session set "updatedAt" = $2 where id = $1 and "updatedAt" < $2`;
const BY = {
  token: { name: "find-session", text: `${FIND} and s.token = $1` },
  id: { name: "find-session-by-id", text: `${FIND} and s.id = $1` },
  ids: { name: "find-sessions-by-ids", text: `${FIND} and s.id = any($1)` },
} as const;

interface Row extends MembershipRow {
  readonly id: string;
  readonly seen_at: Date;
  readonly user_id: string;
  readonly expires_at: Date;
  readonly email: string;
  readonly full_name: string;
  readonly is_operator: boolean;
  readonly awaits_factor: boolean;
}

interface Cached {
  readonly session: Promise<Session | null>;
  readonly until: number;
}

export interface Sessions {
  /** The session of a token, or null. Rejects where the database cannot be asked. */
  find(token: string): Promise<Session | null>;
  /** The same by the session's id, for what was derived from it. */
  findById(id: string): Promise<Session | null>;
  /** The standing of those of these sessions (by id) that still hold, from the database itself. */
  standings: Standings;
  /** Forget what is known: somebody signed out, or roles or staff changed. */
  forget(): void;
}

export function createSessions(pool: pg.Pool, now: () => number): Sessions {
  const cache = new Map<string, Cached>();
  const cached = (by: "token" | "id", value: string): Promise<Session | null> => {
    const key = `${by} ${value}`;
    const known = cache.get(key);
    if (known !== undefined && known.until > now()) return known.session;
    const session = load(pool, by, value, now());
    // An outage is not an answer: the next request asks again.
    session.catch(() => cache.delete(key));
    cache.delete(key);
    cache.set(key, { session, until: now() + FRESH_MS });
    if (cache.size > MOST_CACHED) cache.delete(cache.keys().next().value ?? "");
    return session;
  };
  return {
    find: (token) => cached("token", token),
    findById: (id) => cached("id", id),
    standings: (ids) => standings(pool, ids, now()),
    forget() {
      cache.clear();
    },
  };
}

async function load(pool: pg.Pool, by: "token" | "id", value: string, at: number): Promise<Session | null> {
  const sought = by === "token" ? storedToken(value) : value;
  const { rows } = await pool.query<Row>({ ...BY[by], values: [sought, ...limits(at)] });
  const first = rows[0];
  if (first === undefined) return null;
  if (first.seen_at.getTime() <= at - SEEN_EVERY_MS) {
    // Beside the request, not before its answer. Not written this time, it is by the next request.
    pool.query(SEEN, [first.id, new Date(at)]).catch(() => undefined);
  }
  return sessionOf(first, rows);
}

function limits(at: number): readonly [notOver: Date, seenAfter: Date] {
  return [new Date(at), new Date(at - IDLE_MS)];
}

/** An open socket is no use of the session by itself: a forgotten screen goes idle. */
async function standings(
  pool: pg.Pool,
  ids: readonly string[],
  at: number,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<Row>({ ...BY.ids, values: [ids, ...limits(at)] });
  const bySession = Map.groupBy(rows, ({ id }) => id);
  return new Map([...bySession].map(([id, own]) => [id, standingOf(own.flatMap(employed))]));
}

function sessionOf(first: Row, rows: readonly Row[]): Session {
  return {
    id: first.id,
    userId: first.user_id,
    email: first.email,
    fullName: first.full_name,
    expiresAt: first.expires_at.getTime(),
    isOperator: first.is_operator,
    memberships: rows.flatMap(employed),
    awaitingFactor: rows.flatMap(awaiting),
  };
}

function employed(row: Row): readonly Membership[] {
  return row.staff_id === null || row.awaits_factor ? [] : [membershipOf(row)];
}

function awaiting(row: Row): readonly Membership[] {
  return row.staff_id !== null && row.awaits_factor ? [membershipOf(row)] : [];
}
