import type { Server } from "node:http";
import { isAllowedOrigin } from "../http/allowed-origin.ts";
import { createClientIp } from "../http/client-ip.ts";
import type { Context } from "../http/core/context.ts";
import { membershipsSeeing } from "../people/memberships-seeing.ts";
import { sessionToken } from "../people/session-token.ts";
import type { CredentialChecks } from "../revocation/credential.ts";
import { systemTimers } from "../stream/system-timers.ts";
import { attachSockets } from "./attach-sockets.ts";
import { NO_SOCKET_LIMITS, SOCKET_LIMITS } from "./crowd/socket-limits.ts";
import type { AttachedSockets } from "./socket-dependencies.ts";
import { noteSocketView } from "./note-socket-view.ts";
import { createSocketTickets } from "./socket-tickets.ts";
import { toSocketSession } from "./to-socket-session.ts";

/** Puts the sockets beside the HTTP routes, with the same people, places and origins. */
export function openSockets(context: Context, server: Server): AttachedSockets {
  const { config, directory, metrics } = context;
  const checks: CredentialChecks = {
    session: context.sessions.standings,
    device: context.devices.credentials.standings,
    integration: context.apiKeyCredentials.standings,
  };
  const sockets = attachSockets({
    server,
    runtime: context.runtime,
    shopOfDisplay: async (displayId) => (await directory.placeOf("display", displayId))?.shopId,
    seeing: (memberships, shopId) => membershipsSeeing(directory, memberships, shopId),
    async authenticate(credentials) {
      const found = sessionToken(credentials, config);
      const caller = found === null ? null : await context.credentials.find(found);
      return caller === null ? null : toSocketSession(caller);
    },
    credentials: checks,
    tickets: createSocketTickets(context.db, checks),
    boards: context.boards,
    originAllowed: (origin, request) => isAllowedOrigin(origin, request.headers.host, config),
    visitorsShown: (viewer, shop) => noteSocketView(context, viewer, shop),
    clientIp: createClientIp(config.trustedProxies),
    limits: config.rateLimits ? SOCKET_LIMITS : NO_SOCKET_LIMITS,
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
