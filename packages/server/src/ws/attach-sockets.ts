import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { MAX_UP_FRAME_BYTES, SUBPROTOCOL } from "@callnext/protocol";
import { type WebSocket, WebSocketServer } from "ws";
import { createShopFeeds } from "../stream/shop-feed.ts";
import { createTopics } from "../stream/topics.ts";
import { admit, type Admission, type Admitted } from "./admit.ts";
import { rememberShops } from "./display-directory.ts";
import { createIpCounter } from "./ip-counter.ts";
import { NativeSession } from "./native/native-session.ts";
import { Outlet } from "./outlet.ts";
import { refuseUpgrade } from "./refuse-upgrade.ts";
import { createSeedRoutes } from "./serve-routes.ts";
import type { AttachedSockets, SocketDependencies } from "./socket-dependencies.ts";
import { SocketRegistry } from "./socket-registry.ts";
import { withDeadline } from "./with-deadline.ts";

const ADMIT_WITHIN_MS = 10_000;

const createServer = (): WebSocketServer =>
  new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: MAX_UP_FRAME_BYTES,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : ([...offered][0] ?? false)),
  });

const AWAY: Admission = {
  ok: false,
  reason: "not known in time",
  refusal: { status: 503, code: "unavailable", detail: "The server cannot tell just now. Try again." },
};

const RESTARTING = { status: 503, code: "restarting", detail: "The server is restarting." } as const;

/** Serves every socket path of the HTTP server given. The only listener of its "upgrade" event. */
export function attachSockets(dependencies: SocketDependencies): AttachedSockets {
  const { server, runtime, timers, log } = dependencies;
  const upgrader = createServer();
  const feeds = createShopFeeds(runtime);
  const topics = createTopics(feeds, timers);
  const seeds = createSeedRoutes(runtime, timers, log);
  const registry = new SocketRegistry(timers, dependencies.random);
  const ips = createIpCounter();
  const shopOfDisplay = rememberShops((displayId) => dependencies.directory.shopOfDisplay(displayId));
  let refusedUpgrades = 0;
  let isClosing = false;

  const serve = (socket: WebSocket, stream: Duplex, admitted: Admitted, place: Disposable): void => {
    const outlet = new Outlet({ socket, stream, timers, session: admitted.session, counters: registry.counters });
    outlet.onClose(() => place[Symbol.dispose]());
    if (admitted.shop !== null) {
      registry.add(outlet, admitted.route.kind, null);
      return seeds.serve(outlet, admitted, admitted.shop);
    }
    const session = new NativeSession(outlet, { topics, shopOfDisplay, timers, log });
    registry.add(outlet, admitted.route.kind, () => session.heartbeat());
  };
  const answer = async (request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> => {
    const ip = dependencies.clientIp(request);
    const place = ips.enter(ip);
    // Covers a peer that leaves before the 101, where nobody else would let go of its place.
    stream.once("close", () => place[Symbol.dispose]());
    const work = admit(request, dependencies, { feeds, runtime, shopOfDisplay }, { ips, ip });
    const admission = await withDeadline(timers, ADMIT_WITHIN_MS, work, (late) => late.ok && late.shop?.[Symbol.dispose]()).catch(
      (err: unknown): Admission => {
        log.warn({ err }, "socket could not be admitted");
        return AWAY;
      },
    );
    if (!admission.ok) {
      refusedUpgrades += 1;
      log.info({ path: (request.url ?? "").split("?", 1)[0], ip, reason: admission.reason }, `socket refused: ${admission.reason}`);
      return refuseUpgrade(stream, admission.refusal);
    }
    if (isClosing || stream.destroyed) {
      admission.shop?.[Symbol.dispose]();
      return refuseUpgrade(stream, RESTARTING);
    }
    upgrader.handleUpgrade(request, stream, head, (socket) => serve(socket, stream, admission, place));
  };
  const onUpgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    stream.on("error", () => stream.destroy());
    if (isClosing) return refuseUpgrade(stream, RESTARTING);
    answer(request, stream, head).catch((err: unknown) => {
      log.error({ err }, "socket upgrade failed");
      stream.destroy();
    });
  };
  server.on("upgrade", onUpgrade);

  return {
    endSessions: (userId) => registry.endSessions(userId),
    stats: () => ({
      sockets: registry.size,
      byRoute: registry.byKind(),
      audiences: topics.size + seeds.audiences,
      refusedUpgrades,
      ...registry.counters,
    }),
    async close() {
      isClosing = true;
      await registry.close();
      server.off("upgrade", onUpgrade);
    },
  };
}
