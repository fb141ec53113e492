import { isoTime } from "@callnext/core";
import {
  type Cursor,
  type DownFrame,
  MAX_TOPICS_PER_SOCKET,
  PROTOCOL_VERSION,
  type Proof,
  type RefusedCode,
  type SeenFrame,
  type UpFrame,
  upFrame,
} from "@callnext/protocol";
import { ANYONE, mayWatchDisplay, type Viewer } from "../../devices/may-watch-display.ts";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";
import type { ShopOfTenant } from "../../people/rights-in-shop.ts";
import { boardName } from "../../stream/boards/board-name.ts";
import type { Boards } from "../../stream/boards/boards.ts";
import { encode } from "../../stream/encode.ts";
import type { ShopFeed } from "../../stream/shop-feed.ts";
import type { Timers } from "../../stream/timers.ts";
import { namesVisitors, type Sight, sightOf, TOPIC_AUTHORISATION } from "../../stream/topic-authorisation.ts";
import { parseTopicName, type TopicAddress } from "../../stream/topic-name.ts";
import type { TopicLease, Topics } from "../../stream/topics.ts";
import { guardDisplay } from "../display-guard.ts";
import type { Outlet } from "../outlet.ts";
import { parseJson } from "../parse-json.ts";
import type { SocketDependencies, SocketLog } from "../socket-dependencies.ts";
import { createStrikes } from "../strikes.ts";
import { withDeadline } from "../with-deadline.ts";
import { BoardSeat } from "./board-seat.ts";
import { PROOF_WITHIN_MS } from "./proof.ts";
import { refusalText } from "./refusal-text.ts";
import { Subscription } from "./subscription.ts";

const OPEN_WITHIN_MS = 10_000;
/** Reports of a board that wait until its topic is open. */
const MOST_EARLY_REPORTS = 4;

export interface NativeDependencies {
  readonly topics: Topics;
  readonly boards: Boards;
  readonly shopOfDisplay: (displayId: string) => Promise<number | undefined>;
  /** As in `SocketDependencies`. */
  readonly seeing: SocketDependencies["seeing"];
  /** Whether this tenant has room for one more socket that follows its shops. */
  readonly follow: (tenantId: number) => boolean;
  /** For the audit log. */
  readonly visitorsShown: (shop: ShopOfTenant) => void;
  readonly timers: Timers;
  readonly log: SocketLog;
}

/** A topic that is being opened; what the client says meanwhile is noted. */
interface Opening {
  have: Cursor | undefined;
  /** Where it is followed as a board. */
  readonly board: string | undefined;
  readonly seen: SeenFrame[];
  /** Who looks: with the memberships that count in the topic's shop, once that is known. */
  viewer: Viewer;
}

type Subscribe = Extract<UpFrame, { readonly type: "subscribe" }>;

const isFollowed = (entry: [string, Subscription | Opening]): entry is [string, Subscription] =>
  entry[1] instanceof Subscription;

/** Speaks `callnext.v1` with one client. */
export class NativeSession {
  readonly #outlet: Outlet;
  readonly #dependencies: NativeDependencies;
  readonly #topics = new Map<string, Subscription | Opening>();
  /** By topic. */
  readonly #seats = new Map<string, BoardSeat>();
  readonly #guards = new Map<string, Disposable>();
  readonly #strike: (code: string, message: string) => void;
  #owesPong = false;
  /** Something was left out of a beat, or a question waits, because it could not be proved. */
  #owesProof = false;

  constructor(outlet: Outlet, dependencies: NativeDependencies) {
    this.#outlet = outlet;
    this.#dependencies = dependencies;
    this.#strike = createStrikes(outlet);
    outlet.onFrame((text) => this.#take(text));
    outlet.onDrain(() => this.#drained());
    outlet.onClose(() => this.#end());
    this.#send({ type: "hello", time: this.#time(), version: PROTOCOL_VERSION });
  }

  /**
   * What this node cannot prove is left out, and told by a beat between the due ones as soon as all can be proved.
   * A busy client gets none: it would only lengthen what it has to read.
   */
  heartbeat(isDue: boolean): void {
    if (this.#outlet.isBusy || (!isDue && !this.#owesProof)) return;
    const followed = [...this.#topics].filter(isFollowed);
    const proved = followed.filter(([, topic]) => topic.verifiedMsAgo <= PROOF_WITHIN_MS);
    const saysAll = proved.length === followed.length;
    if (!isDue && !saysAll) return;
    this.#owesProof = !saysAll;
    const seqs: Record<string, Proof> = {};
    for (const [name, topic] of proved) {
      topic.catchUp();
      const head = topic.head();
      if (head !== null) seqs[name] = { ...head, age_ms: Math.ceil(topic.verifiedMsAgo) };
    }
    this.#send({ type: "heartbeat", time: this.#time(), seqs });
  }

  #take(text: string | null): void {
    const parsed = upFrame.safeParse(text === null ? undefined : parseJson(text));
    if (!parsed.success)
      return this.#strike("bad-frame", "Expected subscribe, unsubscribe, seen or ping as a JSON text frame.");
    const frame = parsed.data;
    for (const seat of this.#seats.values()) seat.heard();
    switch (frame.type) {
      case "ping":
        if (this.#outlet.isBusy) this.#owesPong = true;
        else this.#send({ type: "pong", time: this.#time() });
        return;
      case "unsubscribe":
        return this.#unsubscribe(frame.topic);
      case "subscribe":
        return this.#subscribe(frame);
      case "seen":
        return this.#seen(frame);
    }
  }

  #subscribe({ topic: name, have, board }: Subscribe): void {
    const known = this.#topics.get(name);
    if (known instanceof Subscription) return this.#answer(known, have);
    if (known !== undefined) {
      known.have = have;
      return;
    }
    const address = parseTopicName(name);
    if (address === undefined) return this.#refuse(name, "unknown-topic");
    if (TOPIC_AUTHORISATION[address.audience].kind === "action" && this.#outlet.session === null)
      return this.#refuse(name, "unauthenticated");
    if (this.#topics.size >= MAX_TOPICS_PER_SOCKET) return this.#refuse(name, "too-many-topics");
    const opening: Opening = { have, board, seen: [], viewer: ANYONE };
    this.#topics.set(name, opening);
    void this.#open(name, address, opening);
  }

  async #open(name: string, address: TopicAddress, opening: Opening): Promise<void> {
    const isWanted = (): boolean => this.#outlet.isOpen && this.#topics.get(name) === opening;
    let lease: TopicLease | undefined;
    let code: RefusedCode = address.audience === "display" ? "display-unknown" : "not-found";
    try {
      const work = this.#lease(name, address, opening);
      lease = await withDeadline(this.#dependencies.timers, OPEN_WITHIN_MS, work, (late) =>
        late?.[Symbol.dispose](),
      );
    } catch (err) {
      this.#dependencies.log.warn({ err, topic: name }, "topic could not be opened");
      code = "unavailable";
    }
    if (!isWanted()) return lease?.[Symbol.dispose]();
    if (lease !== undefined && !mayWatch(lease.shop.current, address, opening.viewer)) {
      lease[Symbol.dispose]();
      lease = undefined;
      code = "display-not-public";
    }
    if (lease === undefined) {
      this.#topics.delete(name);
      return this.#refuse(name, code);
    }
    if (!this.#dependencies.follow(lease.shop.current.tenant.id)) {
      lease[Symbol.dispose]();
      this.#topics.delete(name);
      return this.#refuse(name, "too-many-sockets");
    }
    const subscription = new Subscription(this.#outlet, lease, (reason) => this.#refuse(name, reason));
    this.#topics.set(name, subscription);
    if (address.audience === "display") {
      this.#guard(name, address.displayId, lease.shop, opening.viewer);
      this.#seat(name, address.displayId, lease, opening);
    }
    this.#answer(subscription, opening.have);
  }

  #answer(subscription: Subscription, have: Cursor | undefined): void {
    subscription.answer(have);
    if (subscription.isBehind) this.#owesProof = true;
  }

  #guard(name: string, displayId: string, shop: ShopFeed, viewer: Viewer): void {
    const lost = (): void => {
      this.#unsubscribe(name);
      this.#refuse(name, "display-not-public");
    };
    this.#guards.set(name, guardDisplay(shop, displayId, viewer, lost));
  }

  #seat(name: string, displayId: string, { shop }: TopicLease, { board: named, seen }: Opening): void {
    const { boards, timers } = this.#dependencies;
    const board = boardName(shop.current, displayId, named, this.#outlet.session?.device ?? null);
    if (board === undefined) return;
    const place = boards.of(shop.current.state.shop.id).enter(displayId, board);
    if (place === undefined) return;
    const seat = new BoardSeat(place, shop, timers);
    this.#seats.set(name, seat);
    for (const frame of seen) seat.report(frame);
  }

  #seen(frame: SeenFrame): void {
    const known = this.#topics.get(frame.topic);
    if (known instanceof Subscription || known === undefined) {
      // A display that has all the boards it may have gives no seat; that is not the board's fault.
      this.#seats.get(frame.topic)?.report(frame);
      return;
    }
    if (known.seen.length < MOST_EARLY_REPORTS) known.seen.push(frame);
  }

  async #lease(name: string, address: TopicAddress, opening: Opening): Promise<TopicLease | undefined> {
    const { topics, shopOfDisplay } = this.#dependencies;
    const shopId = address.audience === "display" ? await shopOfDisplay(address.displayId) : address.shopId;
    if (shopId === undefined) return undefined;
    const { device, memberships: all } = this.#outlet.session ?? ANYONE;
    const memberships = await this.#dependencies.seeing(all, shopId);
    opening.viewer = { device, memberships };
    const sight = (tenantId: number): Sight => sightOf(address, memberships, { tenantId, shopId });
    const lease = await topics.open({ name, shopId, address, sight });
    const tenantId = lease?.shop.current.tenant.id;
    if (tenantId !== undefined && namesVisitors(address) && sight(tenantId) === "all")
      this.#dependencies.visitorsShown({ tenantId, shopId });
    return lease;
  }

  #unsubscribe(name: string): void {
    const known = this.#topics.get(name);
    this.#topics.delete(name);
    for (const kept of [this.#seats, this.#guards]) {
      kept.get(name)?.[Symbol.dispose]();
      kept.delete(name);
    }
    if (known instanceof Subscription) known[Symbol.dispose]();
  }

  #drained(): void {
    if (this.#owesPong) this.#send({ type: "pong", time: this.#time() });
    this.#owesPong = false;
    for (const topic of this.#topics.values()) if (topic instanceof Subscription) topic.catchUp();
  }

  #end(): void {
    for (const name of [...this.#topics.keys()]) this.#unsubscribe(name);
  }

  #refuse(topic: string, code: string): void {
    this.#send({ type: "refused", topic, code, message: refusalText(code) });
  }

  #time(): string {
    return isoTime(this.#dependencies.timers.now());
  }

  #send(frame: DownFrame): void {
    this.#outlet.send(encode(frame));
  }
}

function mayWatch(shop: ShopSnapshot, address: TopicAddress, viewer: Viewer): boolean {
  return address.audience !== "display" || mayWatchDisplay(shop, address.displayId, viewer);
}
