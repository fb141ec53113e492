import type { Cursor, Proof } from "@callnext/protocol";
import type { TopicState } from "../contract.ts";
import type { Environment, KeyValueStore } from "../environment/environment.ts";
import { Source } from "../environment/source.ts";
import { Stopwatch } from "../environment/stopwatch.ts";
import { Timer } from "../environment/timer.ts";
import { TopicStorage } from "./topic-storage.ts";
import { compareBeat, type Held, takeFrame, type TopicFrame } from "./take-frame.ts";
import {
  ASK_AGAIN_MS,
  BEHIND_GRACE_MS,
  LOOK_EVERY_MS,
  REFUSED_RETRY_MS,
  STALE_AFTER_MS,
  UNAVAILABLE_RETRY_MS,
} from "./timing.ts";

const NOTHING: Held = { view: null, epoch: "", seq: 0 };
const INITIAL: TopicState = {
  view: null,
  seq: 0,
  epoch: "",
  provedAt: 0,
  stale: false,
  restored: false,
  refused: null,
};
const UNAVAILABLE = "unavailable";
/** After these the view is no longer ours to show. */
const WITHDRAWN: readonly string[] = ["unauthenticated", "forbidden", "not-found", "display-not-public"];

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
  private provedOnce = false;
  /** Nothing came for this topic yet on this socket. */
  private firstQuestion = true;
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
    this.provedOnce = false;
    this.firstQuestion = true;
    this.sinceProof.restart();
    this.checkFreshness();
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

  /** The socket is new: what was asked on the old one gets no answer. */
  socketOpened(): void {
    this.asked = false;
    this.firstQuestion = true;
    this.askNow();
  }

  /** Subscribe with what is held. */
  askNow(): void {
    if (!this.active || !this.storage.wasLoaded) return;
    this.behindTimer.stop();
    // Asked twice, the answer may be the first question's.
    if (!this.asked) this.sinceAsked.restart();
    const { view, epoch, seq } = this.held;
    this.asked = this.options.ask(view ? { epoch, seq } : null);
    if (this.asked) this.askTimer.start(ASK_AGAIN_MS, () => this.askNow());
  }

  /** `asOf`: when it was asked for over HTTP. */
  take(frame: TopicFrame, asOf?: Stopwatch): void {
    const verdict = takeFrame(this.held, frame);
    if (verdict.kind === "gap") {
      // One question at a time: every frame until its answer has the same gap before it.
      if (!this.asked) this.askNow();
      return;
    }
    if (verdict.kind === "ignored") {
      // It may be the answer of a server that knows less than the one before: the next gap is worth a new question.
      if (!asOf) this.answered();
      return;
    }
    const moved = verdict.held.view !== this.held.view || verdict.held.seq !== this.held.seq;
    this.held = verdict.held;
    this.version += 1;
    // An answer is as new as its question at least. Other frames may come in long after they were true, and on a
    // socket that followed the topic before the question they cannot be told from its answer.
    if (asOf) this.prove(asOf);
    else if (this.asked && this.firstQuestion) this.prove(this.sinceAsked);
    else this.publish({ refused: null });
    if (!asOf) {
      // HTTP answers nothing that was asked on the socket.
      this.answered();
      this.firstQuestion = false;
    }
    if (this.reachesBeat()) this.prove(this.sinceBeat);
    if (moved) this.storage.save(this.held, this.source.get().provedAt);
  }

  beat(newest: Proof | undefined, lagMs: number): void {
    if (!newest) {
      // The server does not know that we follow this topic.
      if (!this.asked && this.sinceAsked.ms > ASK_AGAIN_MS && !this.source.get().refused) this.askNow();
      return;
    }
    const verdict = compareBeat(this.held, newest);
    this.newestBeat = newest;
    this.sinceBeat.restart(lagMs + (newest.age_ms ?? 0));
    if (verdict === "proved") this.prove(this.sinceBeat);
    else if (verdict === "foreign" && !this.asked) this.askNow();
    else if (verdict === "behind" && !this.asked && !this.behindTimer.running) {
      this.behindTimer.start(BEHIND_GRACE_MS, () => {
        if (compareBeat(this.held, newest) === "behind") this.askNow();
      });
    }
  }

  /** An HTTP answer that what is held is still the newest. */
  proveHeld(version: number, asOf: Stopwatch): void {
    if (version === this.version && this.held.view) this.prove(asOf);
  }

  refuse(code: string, message: string): void {
    this.answered();
    if (code === UNAVAILABLE) {
      // The server is in trouble, not we: going stale says enough, and it is asked again before long.
      const pause = UNAVAILABLE_RETRY_MS * (0.5 + this.options.environment.random());
      this.askTimer.start(pause, () => this.askNow());
      return;
    }
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

  /** Looks at the clocks themselves: timers stand still while the machine sleeps. */
  checkFreshness(): void {
    const left = STALE_AFTER_MS - this.sinceProof.ms;
    if (left <= 0) this.publish({ stale: true });
    else this.staleTimer.start(Math.min(left, LOOK_EVERY_MS), () => this.checkFreshness());
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
    return beat !== null && beat.epoch === this.held.epoch && beat.seq <= this.held.seq;
  }

  /** What is held was the newest when `asOf` began. An older proof takes nothing back. */
  private prove(asOf: Stopwatch): void {
    if (this.provedOnce && asOf.ms > this.sinceProof.ms) {
      this.publish({ refused: null });
      return;
    }
    this.provedOnce = true;
    this.sinceProof.follow(asOf);
    const age = this.sinceProof.ms;
    const provedAt = this.options.environment.now() - age;
    this.publish({ provedAt, stale: age >= STALE_AFTER_MS, restored: false, refused: null });
    if (this.active && !this.staleTimer.running) this.checkFreshness();
  }

  private publish(change: Partial<TopicState>): void {
    const { view, seq, epoch } = this.held;
    this.source.set({ ...this.source.get(), view, seq, epoch, ...change });
  }
}
