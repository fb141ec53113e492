import type { IncomingMessage, Server as HttpServer } from "node:http";
import type { ShopRuntime } from "../shops/shop-runtime.ts";
import type { Boards } from "../stream/boards/boards.ts";
import type { Timers } from "../stream/timers.ts";
import type { SocketTickets } from "./socket-tickets.ts";

/** Who stands behind a socket. One person may work for several tenants. */
export interface SocketSession {
  readonly userId: string;
  /** Which of the person's sessions; sign-out ends that one alone. */
  readonly sessionId?: string;
  readonly memberships: readonly {
    readonly tenantId: number;
    readonly staffId: number;
    readonly role: "admin" | "manager" | "agent";
  }[];
}

/** What an upgrade request brought. The cookie is left out where the request's Origin gives it no rights. */
export interface SocketCredentials {
  readonly cookie: string | null;
  readonly authorization: string | null;
}

export interface SocketLimits {
  readonly perIp: number;
  readonly total: number;
}

/** As pino has it. */
export interface SocketLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface SocketDependencies {
  readonly server: HttpServer;
  readonly runtime: ShopRuntime;
  /** The shop a display stands in, active or not. Asked at every upgrade: a crowd of returning boards must not reach the database each. */
  shopOfDisplay(displayId: string): Promise<number | undefined>;
  /** The staff session of valid credentials, else null. Rejects only when it cannot be known (no database). */
  authenticate(credentials: SocketCredentials): Promise<SocketSession | null>;
  readonly tickets: SocketTickets;
  /** Which boards are here; its owner disposes it. */
  readonly boards: Boards;
  /** Whether a page of this origin may open sockets here: the same rule as for cookies and CORS. */
  originAllowed(origin: string, request: IncomingMessage): boolean;
  /** Forwarding headers count only from trusted proxies. */
  clientIp(request: IncomingMessage): string;
  readonly limits: SocketLimits;
  readonly log: SocketLog;
  readonly timers: Timers;
  /** Uniform in [0, 1): spreads reconnections after a restart. */
  random(): number;
}

export interface SocketStats {
  readonly sockets: number;
  readonly byRoute: Readonly<Record<string, number>>;
  /** Audiences that have listeners now. */
  readonly audiences: number;
  readonly framesSent: number;
  readonly bytesSent: number;
  readonly refusedUpgrades: number;
  /** Closed because they could not keep up or did not answer. */
  readonly dropped: number;
}

export interface AttachedSockets {
  /** Ends every socket of this user within the call (4401), or those of one session: sign-out, role change, deactivation. */
  endSessions(userId: string, sessionId?: string): void;
  stats(): SocketStats;
  /** Takes no more upgrades, tells every client when to return (1012), resolves when all are gone (≤ 2 s). */
  close(): Promise<void>;
}
