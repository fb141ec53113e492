import {
  Boards,
  createShopFeeds,
  createTopics,
  findShop,
  NativeSession,
  Outlet,
  type OutletSocket,
  routeOf,
  SeedSockets,
  type ShopFeeds,
  SocketRegistry,
  type SocketLog,
  type SocketSession,
  type Timers,
  type Topics,
  withDeadline,
} from "@callnext/server/simulation";
import type { StoreLink } from "../store/store-link.ts";
import { START } from "../world/clock.ts";
import type { Host } from "../world/host.ts";
import type { Random } from "../world/random.ts";
import { HttpApi } from "./http-api.ts";
import { SimulatedRuntime } from "./runtime.ts";

const ADMIT_WITHIN_MS = 10_000;

export interface NodeOptions {
  readonly host: Host;
  readonly link: StoreLink;
  readonly log: SocketLog;
  readonly random: Random;
  readonly shopId: number;
  readonly displayIds: readonly string[];
  /** How far this machine's clock is off, ms. */
  readonly skew: number;
  readonly publish: (seq: number) => void;
}

/** What an upgrade request asks for. */
export interface Upgrade {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly session: SocketSession | null;
}

/** One process of the server: its stream and socket modules are the real ones. */
export class SimulatedNode {
  readonly host: Host;
  readonly link: StoreLink;
  readonly runtime: SimulatedRuntime;
  readonly api: HttpApi;
  readonly #options: NodeOptions;
  readonly #timers: Timers;
  readonly #feeds: ShopFeeds;
  readonly #boards: Boards;
  readonly #topics: Topics;
  readonly #seeds: SeedSockets;
  readonly #registry: SocketRegistry;
  /** Takes no more connections. */
  isClosing = false;

  constructor(options: NodeOptions) {
    const { host, link, log, random, shopId, skew } = options;
    this.#options = options;
    this.host = host;
    this.link = link;
    this.#timers = {
      now: () => START + Math.floor(host.clock.now + skew),
      after: (ms, run) => host.after(ms, run),
    };
    const newId = (): string => random.uuid();
    this.runtime = new SimulatedRuntime({ host, link, log, newId, publish: options.publish });
    const newAppointmentId = (): number => link.store.nextAppointmentId();
    this.api = new HttpApi({ runtime: this.runtime, shopId, newId, newAppointmentId });
    this.#feeds = createShopFeeds(this.runtime, (err) =>
      log.error({ err }, "an audience could not be served"),
    );
    this.#boards = new Boards({ timers: this.#timers, incarnation: newId() });
    this.#topics = createTopics({ feeds: this.#feeds, boards: this.#boards, timers: this.#timers });
    this.#seeds = new SeedSockets({ runtime: this.runtime, timers: this.#timers, log });
    this.#registry = new SocketRegistry(this.#timers, () => random.next());
  }

  /** Sockets, audiences that are kept for somebody, and timers beside the runtime's own. */
  get leftovers(): Readonly<Record<string, number>> {
    return {
      sockets: this.#registry.size,
      audiences: this.#topics.size + this.#seeds.audiences,
      followers: this.runtime.held.isFollowed ? 1 : 0,
    };
  }

  /** False where the upgrade is refused; else `open` has made the socket and it is served. */
  async upgrade({ path, query, session }: Upgrade, open: () => OutletSocket): Promise<boolean> {
    const route = routeOf(path);
    if (route === undefined || this.isClosing) return false;
    const timers = this.#timers;
    const outletOf = (): Outlet =>
      new Outlet({
        socket: open(),
        stream: NO_STREAM,
        session,
        timers,
        counters: this.#registry.counters,
        mayTake: () => true,
      });
    if (route.kind === "native") {
      const outlet = outletOf();
      const native = new NativeSession(outlet, {
        topics: this.#topics,
        boards: this.#boards,
        shopOfDisplay: this.#shopOfDisplay,
        seeing: (memberships) => Promise.resolve(memberships),
        follow: () => true,
        visitorsShown: () => undefined,
        timers,
        log: this.#options.log,
      });
      this.#registry.add(outlet, route.kind, (isDue) => native.heartbeat(isDue));
      return true;
    }
    const work = findShop(route, this.#feeds, { runtime: this.runtime, shopOfDisplay: this.#shopOfDisplay });
    const found = await withDeadline(
      timers,
      ADMIT_WITHIN_MS,
      work,
      (late) => late.ok && late.shop[Symbol.dispose](),
    );
    if (!found.ok) return false;
    const outlet = outletOf();
    this.#registry.add(outlet, route.kind, null);
    this.#seeds.serve(outlet, route, query, found.shop, () => undefined);
    return true;
  }

  /** Tells everybody when to come back, and stops. */
  async close(): Promise<void> {
    this.isClosing = true;
    await this.#registry.close();
    this.host.kill();
  }

  readonly #shopOfDisplay = (displayId: string): Promise<number | undefined> =>
    Promise.resolve(this.#options.displayIds.includes(displayId) ? this.#options.shopId : undefined);
}

const NO_STREAM = { cork: () => undefined, uncork: () => undefined };
