import { isoTime } from "@callnext/core";
import {
  type Cursor,
  type DownFrame,
  MAX_TOPICS_PER_SOCKET,
  type RefusedCode,
  upFrame,
} from "@callnext/protocol";
import { encode } from "../../stream/encode.ts";
import type { Timers } from "../../stream/timers.ts";
import { parseTopicName, type TopicAddress } from "../../stream/topic-name.ts";
import type { TopicLease, Topics } from "../../stream/topics.ts";
import type { Outlet } from "../outlet.ts";
import { parseJson } from "../parse-json.ts";
import type { SocketLog } from "../socket-dependencies.ts";
import { createStrikes } from "../strikes.ts";
import { withDeadline } from "../with-deadline.ts";
import { refusalText } from "./refusal-text.ts";
import { Subscription } from "./subscription.ts";

const OPEN_WITHIN_MS = 10_000;

export interface NativeDependencies {
  readonly topics: Topics;
  readonly shopOfDisplay: (displayId: string) => Promise<number | undefined>;
  readonly timers: Timers;
  readonly log: SocketLog;
}

/** A topic that is being opened; what the client says meanwhile is noted. */
interface Opening {
  have: Cursor | undefined;
}

/** Speaks `callnext.v1` with one client. */
export class NativeSession {
  readonly #outlet: Outlet;
  readonly #dependencies: NativeDependencies;
  readonly #topics = new Map<string, Subscription | Opening>();
  readonly #strike: (code: string, message: string) => void;
  #owesPong = false;

  constructor(outlet: Outlet, dependencies: NativeDependencies) {
    this.#outlet = outlet;
    this.#dependencies = dependencies;
    this.#strike = createStrikes(outlet);
    outlet.onFrame((text) => this.#take(text));
    outlet.onDrain(() => this.#drained());
    outlet.onClose(() => this.#end());
    this.#send({ type: "hello", time: this.#time() });
  }

  /** A busy client gets none: the beat would only lengthen what it has to read. */
  heartbeat(): void {
    if (this.#outlet.isBusy) return;
    const seqs: Record<string, Cursor> = {};
    for (const [name, topic] of this.#topics) {
      const head = topic instanceof Subscription ? topic.head() : null;
      if (head !== null) seqs[name] = head;
    }
    this.#send({ type: "heartbeat", time: this.#time(), seqs });
  }

  #take(text: string | null): void {
    const parsed = upFrame.safeParse(text === null ? undefined : parseJson(text));
    if (!parsed.success)
      return this.#strike("bad-frame", "Expected subscribe, unsubscribe or ping as a JSON text frame.");
    const frame = parsed.data;
    switch (frame.type) {
      case "ping":
        if (this.#outlet.isBusy) this.#owesPong = true;
        else this.#send({ type: "pong", time: this.#time() });
        return;
      case "unsubscribe":
        return this.#unsubscribe(frame.topic);
      case "subscribe":
        return this.#subscribe(frame.topic, frame.have);
    }
  }

  #subscribe(name: string, have: Cursor | undefined): void {
    const known = this.#topics.get(name);
    if (known instanceof Subscription) return known.answer(have);
    if (known !== undefined) {
      known.have = have;
      return;
    }
    const address = parseTopicName(name);
    if (address === undefined) return this.#refuse(name, "unknown-topic");
    if (address.audience === "staff" && this.#outlet.session === null)
      return this.#refuse(name, "unauthenticated");
    if (this.#topics.size >= MAX_TOPICS_PER_SOCKET) return this.#refuse(name, "too-many-topics");
    const opening: Opening = { have };
    this.#topics.set(name, opening);
    void this.#open(name, address, opening);
  }

  async #open(name: string, address: TopicAddress, opening: Opening): Promise<void> {
    const isWanted = (): boolean => this.#outlet.isOpen && this.#topics.get(name) === opening;
    let lease: TopicLease | undefined;
    let code: RefusedCode = address.audience === "display" ? "display-unknown" : "not-found";
    try {
      const work = this.#lease(name, address);
      lease = await withDeadline(this.#dependencies.timers, OPEN_WITHIN_MS, work, (late) =>
        late?.[Symbol.dispose](),
      );
    } catch (err) {
      this.#dependencies.log.warn({ err, topic: name }, "topic could not be opened");
      code = "unavailable";
    }
    if (!isWanted()) return lease?.[Symbol.dispose]();
    if (lease === undefined) {
      this.#topics.delete(name);
      return this.#refuse(name, code);
    }
    const subscription = new Subscription(this.#outlet, lease, (reason) => this.#refuse(name, reason));
    this.#topics.set(name, subscription);
    subscription.answer(opening.have);
  }

  async #lease(name: string, address: TopicAddress): Promise<TopicLease | undefined> {
    const { topics, shopOfDisplay } = this.#dependencies;
    const shopId = address.audience === "display" ? await shopOfDisplay(address.displayId) : address.shopId;
    if (shopId === undefined) return undefined;
    const allowed = (tenantId: number): boolean =>
      address.audience !== "staff" ||
      this.#outlet.session?.memberships.some((membership) => membership.tenantId === tenantId) === true;
    return topics.open({ name, shopId, address, allowed });
  }

  #unsubscribe(name: string): void {
    const known = this.#topics.get(name);
    this.#topics.delete(name);
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
