import type { Cursor } from "@callnext/protocol";
import type { TopicState } from "../contract.ts";
import type { Environment, KeyValueStore } from "../environment/environment.ts";
import { Source } from "../environment/source.ts";
import { Stopwatch } from "../environment/stopwatch.ts";
import { Timer } from "../environment/timer.ts";
import { TopicStorage } from "./topic-storage.ts";
import { compareBeat, type Held, takeFrame, type TopicFrame } from "./take-frame.ts";
import { ASK_AGAIN_MS, BEHIND_GRACE_MS, REFUSED_RETRY_MS, STALE_AFTER_MS } from "./timing.ts";

const NOTHING: Held = { view: null, epoch: "", seq: 0 };
const INITIAL: TopicState = { view: null, seq: 0, epoch: "", provedAt: 0, stale: false, restored: false, refused: null };
/** After these the view is no longer ours to show. */
const WITHDRAWN: readonly string[] = ["unauthenticated", "forbidden", "not-found"];

export interface TopicOptions {
  readonly name: string;
  readonly environment: Environment;
  /** Null: this topic is not kept between sessions. */
  readonly store: KeyValueStore | null;
  /** Sends a subscribe; false where there is no open socket (opening one asks for every topic anyway). */
  readonly ask: (have: Cursor | null) => boolean;
}

/** One topic: what is held, how it moves, and since when it cannot be proved. */
export class Topic {
  readonly name: string;
  readonly source: Source<TopicState> = new Source<TopicState>(INITIAL);
  private held: Held = NOTHING;
  /** Grows with each frame taken: tells a late HTTP answer that the world has moved on. */
  version = 0;
  private readonly options: TopicOptions;
  private readonly storage: TopicStorage;
  private readonly sinceProof: Stopwatch;
  private readonly sinceAsked: Stopwatch;
  private readonly sinceBeat: Stopwatch;
  private newestBeat: Cursor | null = null;
  private asked = false;
  private active = false;
  private readonly staleTimer: Timer;
  private readonly behindTimer: Timer;
  private readonly askTimer: Timer;

  constructor(options: TopicOptions) {
    this.options = options;
    this.name = options.name;
    this.storage = new TopicStorage(options.name, options.environment, options.store);
    this.sinceProof = new Stopwatch(options.environment);
    this.sinceAsked = new Stopwatch(options.environment);
    this.sinceBeat = new Stopwatch(options.environment);
    this.staleTimer = new Timer(options.environment);
    this.behindTimer = new Timer(options.environment);
    this.askTimer = new Timer(options.environment);
  }

  /** Somebody listens: restore what is stored, then subscribe. */
  activate(): void {
    this.active = true;
    this.sinceProof.restart();
    this.staleTimer.start(STALE_AFTER_MS, () => this.checkFreshness());
    if (this.storage.wasLoaded) {
      this.askNow();
      return;
    }
    void this.storage.load().then((stored) => {
      if (stored && this.held.view === null) {
        this.held = stored.held;
        this.publish({ provedAt: stored.provedAt, stale: true, restored: true });
      }
      this.askNow();
    });
  }

  /** Nobody listens: no timer runs on. What is held stays, unproved. */
  deactivate(): void {
    this.active = false;
    this.staleTimer.stop();
    this.behindTimer.stop();
    this.askTimer.stop();
    this.asked = false;
    if (this.held.view) this.publish({ stale: true });
    this.storage.flush();
  }

  /** Subscribe with what is held. Called on each new socket, too. */
  askNow(): void {
    if (!this.active || !this.storage.wasLoaded) return;
    this.behindTimer.stop();
    const { view, epoch, seq } = this.held;
    this.asked = this.options.ask(view ? { epoch, seq } : null);
    this.sinceAsked.restart();
    if (this.asked) this.askTimer.start(ASK_AGAIN_MS, () => this.askNow());
  }

  take(frame: TopicFrame): void {
    const verdict = takeFrame(this.held, frame);
    if (verdict.kind === "gap") {
      // One question at a time: every frame until its answer has the same gap before it.
      if (!this.asked) this.askNow();
      return;
    }
    if (verdict.kind === "ignored") return;
    // On a slow line deltas trickle in long after they were true: only an answer, or reaching what a heartbeat named, proves anything.
    const isAnswer = this.asked || frame.type === "snapshot";
    this.answered();
    this.version += 1;
    const moved = verdict.held.view !== this.held.view || verdict.held.seq !== this.held.seq;
    this.held = verdict.held;
    if (isAnswer) this.prove();
    else if (this.reachesBeat()) this.prove(this.sinceBeat);
    else this.publish({});
    if (moved) this.storage.save(this.held, this.source.get().provedAt);
  }

  beat(newest: Cursor | undefined): void {
    if (!newest) {
      // The server does not know that we follow this topic.
      if (this.sinceAsked.ms > ASK_AGAIN_MS && !this.source.get().refused) this.askNow();
      return;
    }
    const verdict = compareBeat(this.held, newest);
    this.newestBeat = newest;
    this.sinceBeat.restart();
    if (verdict === "proved") this.prove();
    else if (verdict === "foreign" && !this.asked) this.askNow();
    else if (verdict === "behind" && !this.asked && !this.behindTimer.running) {
      this.behindTimer.start(BEHIND_GRACE_MS, () => {
        if (compareBeat(this.held, newest) === "behind") this.askNow();
      });
    }
  }

  /** An HTTP answer that what is held is still the newest. */
  proveHeld(version: number): void {
    if (version === this.version && this.held.view) this.prove();
  }

  refuse(code: string, message: string): void {
    this.answered();
    this.askTimer.start(REFUSED_RETRY_MS, () => this.askNow());
    const withdrawn = WITHDRAWN.indexOf(code) >= 0;
    if (withdrawn) {
      this.held = NOTHING;
      this.version += 1;
      this.storage.erase();
    }
    this.publish({ refused: { code, message }, ...(withdrawn ? { restored: false, provedAt: 0 } : {}) });
  }

  get cursor(): Cursor | null {
    return this.held.view ? { epoch: this.held.epoch, seq: this.held.seq } : null;
  }

  /** After a sleep the timer may be late: look at the clocks themselves. */
  checkFreshness(): void {
    const left = STALE_AFTER_MS - this.sinceProof.ms;
    if (left <= 0) this.publish({ stale: true });
    else this.staleTimer.start(left, () => this.checkFreshness());
  }

  flush(): void {
    this.storage.flush();
  }

  forget(): void {
    this.held = NOTHING;
    this.version += 1;
    this.storage.erase();
    this.source.set(INITIAL);
    this.askNow();
  }

  private answered(): void {
    this.asked = false;
    this.askTimer.stop();
  }

  private reachesBeat(): boolean {
    const beat = this.newestBeat;
    return beat !== null && beat.epoch === this.held.epoch && beat.seq <= this.held.seq && this.sinceBeat.ms < this.sinceProof.ms;
  }

  /** What is held was the newest when `since` began; now, if nothing else is said. */
  private prove(since?: Stopwatch): void {
    if (since) this.sinceProof.follow(since);
    else this.sinceProof.restart();
    const age = this.sinceProof.ms;
    if (!this.staleTimer.running) this.staleTimer.start(Math.max(0, STALE_AFTER_MS - age), () => this.checkFreshness());
    const provedAt = this.options.environment.now() - age;
    this.publish({ provedAt, stale: age >= STALE_AFTER_MS, restored: false, refused: null });
  }

  private publish(change: Partial<TopicState>): void {
    const { view, seq, epoch } = this.held;
    this.source.set({ ...this.source.get(), view, seq, epoch, ...change });
  }
}
