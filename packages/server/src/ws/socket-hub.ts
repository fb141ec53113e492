import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { MAX_UP_FRAME_BYTES, SUBPROTOCOL } from "@callnext/protocol";
import { type WebSocket, WebSocketServer } from "ws";
import { CredentialWatch } from "../revocation/credential-watch.ts";
import type { ShopOfTenant } from "../people/rights-in-shop.ts";
import { createShopFeeds, type ShopFeeds } from "../stream/shop-feed.ts";
import { createTopics, type Topics } from "../stream/topics.ts";
import { admit, type Admission, type Admitted } from "./admit.ts";
import { Crowd, type SocketPlace } from "./crowd/crowd.ts";
import { NativeSession } from "./native/native-session.ts";
import { Outlet } from "./outlet.ts";
import { refuseUpgrade } from "./refuse-upgrade.ts";
import { SeedSockets } from "./seeds/seed-sockets.ts";
import type { SocketDependencies, SocketStats } from "./socket-dependencies.ts";
import { SocketRegistry } from "./socket-registry.ts";
import { withDeadline } from "./with-deadline.ts";

const ADMIT_WITHIN_MS = 10_000;
/** Of one message: our clients send it whole. */
const MOST_FRAGMENTS = 64;
/** Pieces in which the network may bring one frame; each costs memory beside its bytes. */
const MOST_CHUNKS = 1_024;

const AWAY: Admission = {
  ok: false,
  reason: "not known in time",
  refusal: { status: 503, code: "unavailable", detail: "The server cannot tell just now. Try again." },
};

const RESTARTING = { status: 503, code: "restarting", detail: "The server is restarting." } as const;

/** From an upgrade request to a socket that is served, and its end. */
export class SocketHub {
  readonly registry: SocketRegistry;
  readonly #dependencies: SocketDependencies;
  readonly #feeds: ShopFeeds;
  readonly #topics: Topics;
  readonly #seeds: SeedSockets;
  readonly #crowd: Crowd;
  readonly #watch: CredentialWatch;
  readonly #upgrader = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    // What is not compressed cannot grow on the way in.
    perMessageDeflate: false,
    maxPayload: MAX_UP_FRAME_BYTES,
    maxFragments: MOST_FRAGMENTS,
    maxBufferedChunks: MOST_CHUNKS,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : ([...offered][0] ?? false)),
  });
  #refused = 0;
  #isClosing = false;

  constructor(dependencies: SocketDependencies) {
    this.#dependencies = dependencies;
    this.#feeds = createShopFeeds(dependencies.runtime, (err, shopId) =>
      dependencies.log.error({ err, shopId }, "an audience could not be told"),
    );
    const { boards, timers } = dependencies;
    this.#topics = createTopics({ feeds: this.#feeds, boards, timers });
    this.#seeds = new SeedSockets(dependencies);
    this.#crowd = new Crowd(dependencies.limits, timers);
    this.registry = new SocketRegistry(timers, () => dependencies.random());
    this.#watch = new CredentialWatch({
      timers,
      checks: dependencies.credentials,
      holders: () => this.registry.holders(),
      failed: (err) => dependencies.log.warn({ err }, "open sockets' credentials could not be checked"),
    });
  }

  stats(): SocketStats {
    return {
      sockets: this.registry.size,
      byRoute: this.registry.byKind(),
      audiences: this.#topics.size + this.#seeds.audiences,
      refusedUpgrades: this.#refused,
      ...this.registry.counters,
    };
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    await this.registry.close();
    await this.#watch[Symbol.asyncDispose]();
  }

  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    stream.on("error", () => stream.destroy());
    if (this.#isClosing) return refuseUpgrade(stream, RESTARTING);
    this.#answer(request, stream, head).catch((err: unknown) => {
      this.#dependencies.log.error({ err }, "socket upgrade failed");
      stream.destroy();
    });
  }

  async #answer(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
    const ip = this.#dependencies.clientIp(request);
    const place = this.#crowd.enter(ip);
    stream.once("close", () => place[Symbol.dispose]());
    const admission = await this.#admit(request, place);
    if (!admission.ok) return this.#refuse(request, stream, ip, admission);
    // Also where the handshake fails, or the peer leaves before its end: nobody else would let go of the shop then.
    stream.once("close", () => admission.shop?.[Symbol.dispose]());
    if (stream.destroyed) return admission.shop?.[Symbol.dispose]();
    if (this.#isClosing) return refuseUpgrade(stream, RESTARTING);
    this.#upgrader.handleUpgrade(request, stream, head, (socket) =>
      this.#serve(socket, stream, place, { ...admission, ip }),
    );
  }

  async #admit(request: IncomingMessage, place: SocketPlace): Promise<Admission> {
    const { timers, log } = this.#dependencies;
    const letGo = (late: Admission): void => {
      if (late.ok) late.shop?.[Symbol.dispose]();
    };
    try {
      const work = admit(request, this.#dependencies, this.#feeds, place);
      return await withDeadline(timers, ADMIT_WITHIN_MS, work, letGo);
    } catch (err) {
      log.warn({ err }, "socket could not be admitted");
      return AWAY;
    }
  }

  #refuse(
    request: IncomingMessage,
    stream: Duplex,
    ip: string,
    { reason, refusal }: Exclude<Admission, Admitted>,
  ): void {
    this.#refused += 1;
    const [path] = (request.url ?? "").split("?", 1);
    this.#dependencies.log.info({ path, ip, reason, code: refusal.code }, `socket refused: ${reason}`);
    refuseUpgrade(stream, refusal);
  }

  #serve(
    socket: WebSocket,
    stream: Duplex,
    place: SocketPlace,
    admitted: Admitted & { readonly ip: string },
  ): void {
    const { route, query, session, shop, ip } = admitted;
    const { timers } = this.#dependencies;
    const shown = (of: ShopOfTenant): void => {
      if (session !== null) this.#dependencies.visitorsShown({ session, ip }, of);
    };
    const { counters } = this.registry;
    const mayTake = (): boolean => place.mayTake();
    const outlet = new Outlet({ socket, stream, session, timers, counters, mayTake });
    if (route.kind === "native") {
      const native = new NativeSession(outlet, {
        topics: this.#topics,
        boards: this.#dependencies.boards,
        shopOfDisplay: (displayId) => this.#dependencies.shopOfDisplay(displayId),
        seeing: (memberships, shopId) => this.#dependencies.seeing(memberships, shopId),
        follow: (tenantId) => place.follow(tenantId),
        visitorsShown: shown,
        timers,
        log: this.#dependencies.log,
      });
      return this.registry.add(outlet, route.kind, (isDue) => native.heartbeat(isDue));
    }
    if (shop === null) throw new Error(`A socket of kind ${route.kind} was admitted without its shop.`);
    this.registry.add(outlet, route.kind, null);
    this.#seeds.serve(outlet, route, query, shop, shown);
  }
}
