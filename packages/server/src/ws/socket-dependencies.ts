import type { IncomingMessage, Server as HttpServer } from "node:http";
import type { DeviceIdentity } from "../people/caller.ts";
import type { ShopOfTenant } from "../people/rights-in-shop.ts";
import type { Membership } from "../people/session.ts";
import type { Credential, CredentialChecks } from "../revocation/credential.ts";
import type { Revoked } from "../revocation/revoked.ts";
import type { ShopRuntime } from "../shops/shop-runtime.ts";
import type { Boards } from "../stream/boards/boards.ts";
import type { Timers } from "../stream/timers.ts";
import type { SocketLimits } from "./crowd/socket-limits.ts";
import type { SocketTickets } from "./socket-tickets.ts";

/** Who stands behind a socket. One person may work for several tenants. */
export interface SocketSession {
  readonly credential: Credential;
  /** What the credential allowed when the socket was opened (`Standings`). */
  readonly standing: string;
  /** The person's account; null for a device or an API key. */
  readonly userId: string | null;
  readonly memberships: readonly Membership[];
  /** The board or kiosk that it is, if it is one. */
  readonly device: DeviceIdentity | null;
}

/** What an upgrade request brought. The cookie is left out where the request's Origin gives it no rights. */
export interface SocketCredentials {
  readonly cookie: string | null;
  readonly authorization: string | null;
}

export interface SocketViewer {
  readonly session: SocketSession;
  readonly ip: string;
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
  /** Of these memberships those in whose tenant the database shows the shop (`membershipsSeeing`). */
  seeing(memberships: readonly Membership[], shopId: number): Promise<readonly Membership[]>;
  /** The staff session of valid credentials, else null. Rejects only when it cannot be known (no database). */
  authenticate(credentials: SocketCredentials): Promise<SocketSession | null>;
  /** Whether what opened a socket still holds. */
  readonly credentials: CredentialChecks;
  readonly tickets: SocketTickets;
  /** Which boards are here; its owner disposes it. */
  readonly boards: Boards;
  /** Whether a page of this origin may open sockets here: the same rule as for cookies and CORS. */
  originAllowed(origin: string, request: IncomingMessage): boolean;
  /** Staff begin to see who the visitors of this shop are; for the audit log. */
  visitorsShown(viewer: SocketViewer, shop: ShopOfTenant): void;
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
  /** Ends within the call (4401) what is open by what was revoked. */
  end(what: Revoked): void;
  stats(): SocketStats;
  /** Takes no more upgrades, tells every client when to return (1012), resolves when all are gone (≤ 2 s). */
  close(): Promise<void>;
}
