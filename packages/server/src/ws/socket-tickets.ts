import { createHash, randomBytes } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { CredentialChecks } from "../revocation/credential.ts";
import type { Database } from "../storage/schema.ts";
import type { SocketSession } from "./socket-dependencies.ts";

const LIFE_SECONDS = 30;
const TICKET = /^[\w-]{43}$/;

export interface IssuedTicket {
  readonly ticket: string;
  readonly expiresInSeconds: number;
}

/** One-use tickets (`?ticket=`) that carry somebody's rights over to a socket, where a browser can set no header. */
export interface SocketTickets {
  /**
   * Whose ticket it was, the first time, within its life, at its path, and while the credential behind it still
   * holds as it did; else null. Rejects where that cannot be known.
   */
  redeem(ticket: string, path: string): Promise<SocketSession | null>;
}

interface Row {
  readonly session: SocketSession;
  readonly path: string | null;
  readonly in_time: boolean;
}

/** With a path, for the socket there and for no other. In the database: any node takes the ticket of any other. */
export async function issueTicket(
  db: Kysely<Database>,
  session: SocketSession,
  path: string | null,
): Promise<IssuedTicket> {
  const ticket = randomBytes(32).toString("base64url");
  const bound = path === null ? null : withoutSlash(path);
  // Those that nobody used go with the next one that is issued.
  await sql`with expired as (delete from socket_tickets where expires_at < now())
    insert into socket_tickets (hash, session, path, expires_at)
    values (${hashOf(ticket)}, ${JSON.stringify(session)}::jsonb, ${bound},
      now() + make_interval(secs => ${LIFE_SECONDS}))`.execute(db);
  return { ticket, expiresInSeconds: LIFE_SECONDS };
}

export function createSocketTickets(db: Kysely<Database>, checks: CredentialChecks): SocketTickets {
  return {
    async redeem(ticket, path) {
      if (!TICKET.test(ticket)) return null;
      // Of two that come with one ticket, on whatever nodes, one deletes the row.
      const { rows } = await sql<Row>`delete from socket_tickets where hash = ${hashOf(ticket)}
        returning session, path, expires_at > now() as in_time`.execute(db);
      const row = rows[0];
      if (row === undefined || !row.in_time) return null;
      if (row.path !== null && row.path !== withoutSlash(path)) return null;
      const { session } = row;
      const { kind, id } = session.credential;
      return (await checks[kind]([id])).get(id) === session.standing ? session : null;
    },
  };
}

function hashOf(ticket: string): Buffer {
  return createHash("sha256").update(ticket).digest();
}

/** Every path works with and without its trailing slash. */
function withoutSlash(path: string): string {
  return path.replace(/\/$/, "");
}
