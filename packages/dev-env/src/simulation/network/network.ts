import type { SocketHandlers, SocketLike } from "@callnext/client";
import type { OutletSocket, SocketSession } from "@callnext/server/simulation";
import type { History } from "../history.ts";
import type { HttpAnswer, HttpRequest } from "../node/http-message.ts";
import type { SimulatedNode } from "../node/node.ts";
import type { SimulatedClock } from "../world/clock.ts";
import type { Host } from "../world/host.ts";
import type { Random } from "../world/random.ts";
import { ClientEnd } from "./client-end.ts";
import { Connection } from "./connection.ts";
import type { NetworkPath } from "./network-path.ts";

/** A page as the network sees it. */
export interface Caller {
  readonly host: Host;
  readonly path: NetworkPath;
  readonly session: SocketSession | null;
  /** Something from a server has reached the page. */
  readonly onArrival: (what: string) => void;
}

interface Pending {
  readonly node: SimulatedNode;
  /** The node's process is gone, and its kernel says so. */
  readonly refuse: () => void;
}

export interface NetworkOptions {
  readonly clock: SimulatedClock;
  readonly random: Random;
  readonly history: History;
}

/** Between the pages and the nodes: a balancer that picks any node it believes to be there. */
export class SimulatedNetwork {
  /** What the balancer believes to be there. */
  readonly listed = new Set<SimulatedNode>();
  readonly #options: NetworkOptions;
  readonly #connections = new Set<Connection>();
  readonly #pending = new Set<Pending>();
  #opened = 0;

  constructor(options: NetworkOptions) {
    this.#options = options;
  }

  openSocket(caller: Caller, url: string, handlers: SocketHandlers): SocketLike {
    const end = new ClientEnd(caller.host, handlers, (text) => caller.onArrival(text));
    this.#reach(
      caller,
      (node) => void this.#upgrade(caller, node, url, end),
      () => end.ended(1006, ""),
    );
    return end;
  }

  fetch(caller: Caller, request: HttpRequest): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      const fail = (): void => caller.host.post(() => reject(new Error("no answer")));
      const answer = (given: HttpAnswer): void =>
        caller.host.post(() => {
          caller.onArrival(`http ${given.status}`);
          resolve(given);
        });
      this.#reach(caller, (node) => void this.#serve(caller, node, request, answer, fail), fail);
    });
  }

  /** `told`: the kernel lives on and tells the other side. */
  nodeEnded(node: SimulatedNode, told: boolean): void {
    for (const connection of [...this.#connections].filter((each) => each.node === node)) {
      this.#connections.delete(connection);
      connection.reset({ client: told, server: false });
    }
    for (const pending of [...this.#pending].filter((each) => each.node === node)) {
      this.#pending.delete(pending);
      if (told) pending.refuse();
    }
  }

  /** To a node, or to somebody who says that there is none, or to nobody. */
  #reach({ path }: Caller, take: (node: SimulatedNode) => void, refuse: () => void): void {
    const { clock, random } = this.#options;
    clock.after(path.latency(), () => {
      if (path.noRoute) return refuse();
      if (path.losesUp || path.losesDown) return;
      const listed = [...this.listed];
      const node = listed.length === 0 ? undefined : random.pick(listed);
      if (node === undefined || !node.host.isAlive) clock.after(path.latency(), refuse);
      else take(node);
    });
  }

  async #upgrade(caller: Caller, node: SimulatedNode, url: string, end: ClientEnd): Promise<void> {
    const { clock } = this.#options;
    const { path } = caller;
    const refuse = (): void => void clock.after(path.latency(), () => end.ended(1006, ""));
    const pending: Pending = { node, refuse };
    this.#pending.add(pending);
    const address = new URL(url);
    const open = (): OutletSocket => {
      const connection = this.#connect(caller, node, end);
      end.connected(connection);
      return connection.socket;
    };
    const wanted = { path: address.pathname, query: address.searchParams, session: caller.session };
    const isServed = await new Promise<boolean>((resolve) => {
      node.host.post(() => void node.upgrade(wanted, open).then(resolve, () => resolve(false)));
    });
    this.#pending.delete(pending);
    if (!isServed) refuse();
  }

  #connect({ path }: Caller, node: SimulatedNode, client: ClientEnd): Connection {
    const { history } = this.#options;
    this.#opened += 1;
    const name = `socket ${this.#opened}`;
    const connection = new Connection({
      node,
      path,
      client,
      onBacklog: (bytes) => {
        if (bytes > (history.backlogs.get(name) ?? 0)) history.backlogs.set(name, bytes);
      },
    });
    this.#connections.add(connection);
    return connection;
  }

  async #serve(
    { path }: Caller,
    node: SimulatedNode,
    request: HttpRequest,
    answer: (given: HttpAnswer) => void,
    fail: () => void,
  ): Promise<void> {
    const { clock, random } = this.#options;
    const back = (run: () => void): void => void clock.after(path.latency(), run);
    const pending: Pending = { node, refuse: () => back(fail) };
    this.#pending.add(pending);
    if (random.chance(path.repeatsRequests)) this.#repeat(request);
    const given = await new Promise<HttpAnswer>((resolve) => {
      node.host.post(() => void node.api.answer(request).then(resolve));
    });
    this.#pending.delete(pending);
    if (path.losesDown) return;
    const isLost = random.chance(path.losesAnswers);
    back(() => (isLost ? fail() : answer(given)));
  }

  /** A proxy that got no answer in time tries another node; nobody hears what comes of it. */
  #repeat(request: HttpRequest): void {
    const { clock, random } = this.#options;
    clock.after(random.between(0, 400), () => {
      if (this.listed.size === 0) return;
      const node = random.pick([...this.listed]);
      node.host.post(() => void node.api.answer(request));
    });
  }
}
