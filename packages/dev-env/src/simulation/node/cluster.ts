import type { SocketLog } from "@callnext/server/simulation";
import type { SimulatedNetwork } from "../network/network.ts";
import type { SimulatedStore } from "../store/store.ts";
import { StoreLink, type StoreWeather } from "../store/store-link.ts";
import { Host } from "../world/host.ts";
import type { World } from "../world/world.ts";
import { type BusWeather, SimulatedBus } from "./bus.ts";
import { SimulatedNode } from "./node.ts";

/** How long the balancer takes to see that a node came or went. */
const NOTICED_MS = 300;

export interface ClusterOptions {
  readonly world: World;
  readonly store: SimulatedStore;
  readonly weather: StoreWeather;
  readonly busWeather: BusWeather;
  readonly size: number;
  readonly shopId: number;
  readonly displayIds: readonly string[];
}

/** The nodes: one in each place, or none while it is down. */
export class Cluster {
  readonly #options: ClusterOptions;
  readonly #nodes: (SimulatedNode | null)[];
  readonly #bus: SimulatedBus;
  /** Some nodes stand in another building. */
  readonly #distances: readonly number[];
  #started = 0;

  constructor(options: ClusterOptions) {
    this.#options = options;
    this.#nodes = Array.from({ length: options.size }, () => null);
    const { random } = options.world;
    this.#distances = this.#nodes.map(() => (random.chance(0.3) ? random.between(10, 60) : 0));
    this.#bus = new SimulatedBus(() => this.running, options.busWeather, options.world.random.fork());
  }

  get running(): readonly SimulatedNode[] {
    return this.#nodes.filter((node) => node !== null);
  }

  at(place: number): SimulatedNode | null {
    return this.#nodes[place] ?? null;
  }

  start(place: number): void {
    if (this.at(place) !== null) return;
    const { world, store, weather, shopId, displayIds } = this.#options;
    this.#started += 1;
    const name = `node${place + 1}.${this.#started}`;
    const host = new Host(name, world.clock);
    const distance = this.#distances[place] ?? 0;
    const link = new StoreLink({ store, host, weather, random: world.random.fork(), distance });
    const skew = world.random.chance(0.3) ? world.random.whole(-2_000, 2_000) : 0;
    const publish = (seq: number): void => this.#bus.publish(seq);
    const log = this.#logOf(name);
    const node = new SimulatedNode({
      host,
      link,
      log,
      random: world.random.fork(),
      shopId,
      displayIds,
      skew,
      publish,
    });
    this.#nodes[place] = node;
    world.trace.add(name, "starts");
    world.clock.after(NOTICED_MS, () => {
      if (host.isAlive && !node.isClosing) this.#network.listed.add(node);
    });
  }

  /** `told`: the kernel lives on and tells everybody. */
  kill(place: number, told: boolean): void {
    const node = this.at(place);
    if (node === null) return;
    const { world } = this.#options;
    this.#nodes[place] = null;
    world.trace.add(node.host.name, told ? "is killed" : "loses its power");
    node.host.kill();
    this.#network.nodeEnded(node, told);
    world.clock.after(NOTICED_MS, () => this.#network.listed.delete(node));
  }

  /** Stops as a rolling restart does. */
  stop(place: number): void {
    const node = this.at(place);
    if (node === null || node.isClosing) return;
    this.#options.world.trace.add(node.host.name, "stops");
    this.#network.listed.delete(node);
    void node.close().then(() => {
      if (this.at(place) !== node) return;
      this.#nodes[place] = null;
      this.#network.nodeEnded(node, true);
    });
  }

  get #network(): SimulatedNetwork {
    return this.#options.world.network;
  }

  #logOf(name: string): SocketLog {
    const { history, trace } = this.#options.world;
    const describe = (fields: object, message: string): string =>
      "err" in fields && fields.err instanceof Error ? `${message}: ${fields.err.message}` : message;
    return {
      info: (fields, message) => trace.add(name, describe(fields, message)),
      warn: (fields, message) => trace.add(name, describe(fields, message)),
      error: (fields, message) => {
        trace.add(name, describe(fields, message));
        history.errors.push(`${name}: ${describe(fields, message)}`);
      },
    };
  }
}
