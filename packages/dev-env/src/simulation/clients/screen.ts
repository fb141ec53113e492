import { type CallnextClient, createCallnext, type KeyValueStore, memoryStore } from "@callnext/client";
import type { SocketSession } from "@callnext/server/simulation";
import { NetworkPath } from "../network/network-path.ts";
import type { World } from "../world/world.ts";
import { openPage, type Page } from "./page.ts";

export interface ScreenOptions {
  readonly name: string;
  readonly topics: readonly string[];
  readonly session: SocketSession | null;
}

/** A screen on the native socket: the real SDK on a simulated page. */
export class Screen {
  readonly name: string;
  readonly path: NetworkPath;
  readonly #world: World;
  readonly #options: ScreenOptions;
  /** Outlives the page. */
  readonly #store: KeyValueStore = memoryStore();
  readonly #skew: number;
  #page: Page | null = null;
  #client: CallnextClient | null = null;
  #session = 0;

  constructor(world: World, options: ScreenOptions) {
    this.#world = world;
    this.#options = options;
    this.name = options.name;
    this.path = new NetworkPath(world.clock, world.random.fork());
    this.#skew = world.random.chance(0.2) ? world.random.whole(-7_200_000, 7_200_000) : 0;
  }

  /** Opens the page, or loads it anew. */
  open(): void {
    this.#page?.host.kill();
    this.#session += 1;
    const { name, topics, session } = this.#options;
    const page = openPage(this.#world, { name, path: this.path, session, skew: this.#skew });
    const client = createCallnext({
      baseUrl: page.environment.origin,
      environment: page.environment,
      store: this.#store,
    });
    this.#page = page;
    this.#client = client;
    for (const topic of topics) this.#watch(client, topic, this.#session);
  }

  /** The page goes away without a word; its sockets end. */
  reload(): void {
    if (this.#page === null) return;
    for (const connection of [...this.path.connections]) connection.reset({ client: false, server: true });
    this.open();
  }

  sleep(ms: number, isHidden: boolean): void {
    const page = this.#page;
    if (page === null || !page.host.isRunning) return;
    const { clock, history, trace } = this.#world;
    const sleep = { screen: this.name, from: clock.now, to: clock.now + ms };
    history.sleeps.push(sleep);
    if (isHidden) page.environment.hide();
    page.host.freeze();
    trace.add(this.name, `sleeps for ${ms.toFixed(0)} ms`);
    clock.after(ms, () => {
      page.environment.slept += ms;
      page.host.thaw(() => page.environment.wake());
    });
  }

  /** The browser says that the page is seen again. */
  wake(): void {
    this.#page?.host.post(() => this.#page?.environment.wake());
  }

  /** Hides the page without freezing it. */
  hide(): void {
    this.#page?.host.post(() => this.#page?.environment.hide());
  }

  /** Closes the client as a page does that is left, and tells what it leaves behind. */
  close(): void {
    this.#client?.close();
  }

  tellLeftovers(): void {
    const { history } = this.#world;
    const page = this.#page;
    if (page === null) return;
    history.leftovers.push({ who: this.name, what: "timers", count: page.host.timers });
    history.leftovers.push({ who: this.name, what: "listeners", count: page.environment.listeners });
    history.leftovers.push({ who: this.name, what: "sockets", count: this.path.connections.size });
  }

  tellPresence(): void {
    this.#world.history.screens.push({
      name: this.name,
      session: this.#session,
      topics: this.#options.topics,
    });
  }

  #watch(client: CallnextClient, topic: string, session: number): void {
    const { clock, history, trace } = this.#world;
    const readable = client.topic(topic);
    const observe = (): void => {
      const { view, seq, epoch, stale, refused } = readable.get();
      const at = clock.now;
      history.observations.push({
        at,
        screen: this.name,
        session,
        topic,
        epoch,
        seq,
        view,
        stale,
        refused: refused?.code ?? null,
      });
      trace.add(
        this.name,
        `shows ${topic} at ${seq} of ${epoch}${stale ? ", stale" : ""}${refused ? `, ${refused.code}` : ""}`,
      );
    };
    readable.subscribe(observe);
    observe();
  }
}
