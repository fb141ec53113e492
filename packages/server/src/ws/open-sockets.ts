import type { Server } from "node:http";
import { isAllowedOrigin } from "../http/allowed-origin.ts";
import { createClientIp } from "../http/client-ip.ts";
import type { Context } from "../http/core/context.ts";
import type { Session } from "../people/session.ts";
import { sessionToken } from "../people/session-token.ts";
import { systemTimers } from "../stream/system-timers.ts";
import { attachSockets } from "./attach-sockets.ts";
import type { AttachedSockets, SocketSession } from "./socket-dependencies.ts";
import type { SocketTickets } from "./socket-tickets.ts";

/** A waiting room's phones often share one address. */
const MOST_PER_IP = 2_000;
const MOST = 20_000;

/** Puts the sockets beside the HTTP routes, with the same people, places and origins. */
export function openSockets(context: Context, tickets: SocketTickets, server: Server): AttachedSockets {
  const { config, directory, metrics } = context;
  const sockets = attachSockets({
    server,
    runtime: context.runtime,
    shopOfDisplay: async (displayId) => (await directory.placeOf("display", displayId))?.shopId,
    async authenticate(credentials) {
      const found = sessionToken(credentials);
      const session = found === null ? null : await context.sessions.find(found.token);
      return session === null ? null : toSocketSession(session);
    },
    tickets,
    boards: context.boards,
    originAllowed: (origin, request) => isAllowedOrigin(origin, request.headers.host, config),
    clientIp: createClientIp(config.trustedProxies),
    limits: { perIp: config.rateLimits ? MOST_PER_IP : MOST, total: MOST },
    log: context.log,
    timers: systemTimers,
    random: Math.random,
  });
  metrics.gauge("callnext_sockets", "Open sockets", () => sockets.stats().sockets);
  metrics.gauge("callnext_socket_audiences", "Audiences with listeners", () => sockets.stats().audiences);
  metrics.gauge("callnext_socket_frames_sent", "Frames written so far", () => sockets.stats().framesSent);
  metrics.gauge("callnext_socket_bytes_sent", "Bytes written so far", () => sockets.stats().bytesSent);
  metrics.gauge(
    "callnext_socket_upgrades_refused",
    "Upgrades refused so far",
    () => sockets.stats().refusedUpgrades,
  );
  metrics.gauge(
    "callnext_sockets_dropped",
    "Sockets closed as too slow or silent so far",
    () => sockets.stats().dropped,
  );
  return sockets;
}

export function toSocketSession({ id, userId, memberships }: Session): SocketSession {
  const employed = memberships.map(({ tenant, staffId, role }) => ({ tenantId: tenant.id, staffId, role }));
  return { userId, sessionId: id, memberships: employed };
}
