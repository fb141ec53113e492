import type { Cursor, DownFrame, SeenFrame, View } from "@callnext/protocol";
import type { Readable, TopicState } from "../contract.ts";
import type { Environment, KeyValueStore } from "../environment/environment.ts";
import { Timer } from "../environment/timer.ts";
import { BoardReports } from "./board-reports.ts";
import { IDLE_TOPICS, LINGER_MS } from "./timing.ts";
import { Topic } from "./topic.ts";

interface Followed {
  readonly topic: Topic;
  readonly linger: Timer;
  listeners: number;
  active: boolean;
}

export interface TopicHubOptions {
  readonly environment: Environment;
  readonly storeFor: (name: string) => KeyValueStore | null;
  readonly subscribe: (name: string, have: Cursor | null) => boolean;
  readonly unsubscribe: (name: string) => void;
  readonly report: (frame: SeenFrame) => void;
  /** The first topic was taken up, or the last one let go. */
  readonly onNeeded: (needed: boolean) => void;
}

/** All topics of one client: who listens to what, and which frame goes where. */
export class TopicHub {
  readonly reports: BoardReports;
  private readonly followed = new Map<string, Followed>();
  private readonly options: TopicHubOptions;
  private activeCount = 0;

  constructor(options: TopicHubOptions) {
    this.options = options;
    this.reports = new BoardReports({
      send: options.report,
      cursor: (name) => this.activeTopic(name)?.cursor,
    });
  }

  /** A thin handle: an idle topic may be forgotten behind it and come back. */
  readable<V extends object = View>(name: string): Readable<TopicState<V>> {
    return {
      get: () => this.entry(name).topic.source.get() as TopicState<V>,
      subscribe: (listener) => this.listen(name, listener),
    };
  }

  /** The topics that somebody follows now. */
  active(): readonly Topic[] {
    const topics: Topic[] = [];
    this.followed.forEach(({ topic, active }) => {
      if (active) topics.push(topic);
    });
    return topics;
  }

  receive(frame: DownFrame, lagMs: number): void {
    this.takeFrame(frame, lagMs);
    this.reports.receive(frame);
  }

  private takeFrame(frame: DownFrame, lagMs: number): void {
    switch (frame.type) {
      case "snapshot":
      case "delta":
        this.activeTopic(frame.topic)?.take(frame);
        return;
      case "refused":
        this.activeTopic(frame.topic)?.refuse(frame.code, frame.message);
        return;
      case "heartbeat":
        for (const topic of this.active()) topic.beat(frame.seqs[topic.name], lagMs);
        return;
      default:
    }
  }

  forgetAll(): void {
    this.followed.forEach(({ topic, active }, name) => {
      topic.forget();
      if (!active) this.followed.delete(name);
    });
  }

  close(): void {
    this.followed.forEach((followed) => {
      followed.linger.stop();
      if (followed.active) this.release(followed);
    });
  }

  private activeTopic(name: string): Topic | undefined {
    const followed = this.followed.get(name);
    return followed?.active ? followed.topic : undefined;
  }

  private entry(name: string): Followed {
    const known = this.followed.get(name);
    if (known) return known;
    const { environment, storeFor, subscribe } = this.options;
    const topic = new Topic({
      name,
      environment,
      store: storeFor(name),
      ask: (have) => subscribe(name, have),
    });
    const followed: Followed = { topic, linger: new Timer(environment), listeners: 0, active: false };
    this.evictIdle();
    this.followed.set(name, followed);
    return followed;
  }

  private listen(name: string, listener: () => void): () => void {
    const followed = this.entry(name);
    followed.listeners += 1;
    followed.linger.stop();
    const stop = followed.topic.source.subscribe(listener);
    if (!followed.active) {
      followed.active = true;
      this.activeCount += 1;
      if (this.activeCount === 1) this.options.onNeeded(true);
      followed.topic.activate();
    }
    let stopped = false;
    return () => {
      if (stopped) return;
      stopped = true;
      stop();
      followed.listeners -= 1;
      if (followed.listeners === 0) followed.linger.start(LINGER_MS, () => this.release(followed));
    };
  }

  private release(followed: Followed): void {
    if (!followed.active) return;
    followed.active = false;
    followed.topic.deactivate();
    this.options.unsubscribe(followed.topic.name);
    this.activeCount -= 1;
    if (this.activeCount === 0) this.options.onNeeded(false);
  }

  private evictIdle(): void {
    if (this.followed.size < IDLE_TOPICS) return;
    for (const [name, followed] of [...this.followed]) {
      if (this.followed.size < IDLE_TOPICS) return;
      if (!followed.active && followed.listeners === 0) this.followed.delete(name);
    }
  }
}
