import { diffViews, type View, type ViewDelta } from "@callnext/core";
import type { Cursor, DownFrame } from "@callnext/protocol";
import { createDeltaRing, type Step } from "./delta-ring.ts";
import { encode } from "./encode.ts";
import { createPaced, type Paced } from "./paced.ts";
import type { Timers } from "./timers.ts";
import type { ViewSource } from "./view-source.ts";

/** What happened within this time goes out as one frame. */
const COALESCE_MS = 5;

/** A frame ready to be sent; a socket may take it only where it holds `from` (null: whatever it holds). */
export interface TopicFrame {
  readonly from: Cursor | null;
  readonly to: Cursor;
  readonly buffer: Buffer;
}

export interface TopicListener {
  frame(frame: TopicFrame): void;
  /** The audience may not see the topic for now; a snapshot follows when it may again. */
  closed(code: string): void;
}

export type Answer =
  | { readonly kind: "frame"; readonly frame: TopicFrame }
  | { readonly kind: "closed"; readonly code: string };

interface Told {
  readonly epoch: string;
  readonly seq: number;
  readonly view: View;
}

export interface TopicDependencies {
  readonly name: string;
  readonly source: ViewSource;
  readonly timers: Timers;
}

/** A delta up to this size is not even compared with the snapshot: making one costs more than it could save. */
const SHORT_BYTES = 32 * 1024;
const NOTHING: ViewDelta = { set: {}, unset: {} };

/** One audience of one shop: its view, made once per change for everybody who listens. */
export class ViewTopic implements Disposable {
  readonly #dependencies: TopicDependencies;
  readonly #listeners = new Set<TopicListener>();
  readonly #ring = createDeltaRing();
  /** Answers made for the present head, by the seq they begin at; a crowd that returns together shares them. */
  readonly #answers = new Map<number | "snapshot", TopicFrame>();
  readonly #pace: Paced;
  readonly #listening: Disposable;
  #told: Told | null = null;
  #closedFor: string | null = null;

  constructor(dependencies: TopicDependencies) {
    this.#dependencies = dependencies;
    const { timers, source } = dependencies;
    this.#pace = createPaced(timers, () => {
      const began = timers.now();
      this.#advance(false);
      // A view that takes long to make is made less often.
      return Math.max(COALESCE_MS, 2 * (timers.now() - began));
    });
    this.#advance(false);
    this.#listening = source.listen(() => this.#pace.nudge());
  }

  /** How old a proof is that what this topic tells is the newest, ms. */
  get verifiedMsAgo(): number {
    return this.#dependencies.source.verifiedMsAgo;
  }

  listen(listener: TopicListener): Disposable {
    this.#listeners.add(listener);
    return { [Symbol.dispose]: () => void this.#listeners.delete(listener) };
  }

  /** What brings a holder of `have` to the newest state: a delta (empty where it holds it) or a snapshot. */
  answer(have: Cursor | undefined): Answer {
    const now = this.#catchUp();
    return now === null
      ? { kind: "closed", code: this.#closedFor ?? "unavailable" }
      : { kind: "frame", frame: this.#answerFrom(now, have) };
  }

  /** The newest seq, with a frame told first where the listeners lag behind it; null while closed. */
  head(): Cursor | null {
    const now = this.#catchUp();
    return now === null ? null : { epoch: now.epoch, seq: now.seq };
  }

  [Symbol.dispose](): void {
    this.#pace[Symbol.dispose]();
    this.#listening[Symbol.dispose]();
  }

  #catchUp(): Told | null {
    this.#pace.flush();
    const { seq, epoch } = this.#dependencies.source;
    if (this.#told?.seq !== seq || this.#told.epoch !== epoch) this.#advance(true);
    return this.#told;
  }

  /** With `always`, an empty delta moves everyone up to a seq at which this audience saw nothing change. */
  #advance(always: boolean): void {
    const { source } = this.#dependencies;
    const projection = source.project();
    if (!projection.open) return this.#close(projection.code);
    const now: Told = { epoch: source.epoch, seq: source.seq, view: projection.view };
    const before = this.#told;
    if (before === null || before.epoch !== now.epoch) return this.#begin(now);
    const delta = diffViews(before.view, now.view);
    if (delta !== null || (always && before.seq !== now.seq)) this.#proceed(before, now, delta ?? NOTHING);
  }

  #begin(now: Told): void {
    this.#told = now;
    this.#closedFor = null;
    this.#ring.clear();
    this.#answers.clear();
    if (this.#listeners.size > 0) this.#tell(this.#snapshotFrame(now));
  }

  #proceed(before: Told, now: Told, delta: ViewDelta): void {
    const step = { from: before.seq, to: now.seq, delta };
    const frame = this.#deltaFrame(now.epoch, step);
    this.#told = now;
    this.#ring.push(step, frame.buffer.length);
    this.#answers.clear();
    this.#tell(frame);
  }

  #close(code: string): void {
    this.#told = null;
    this.#ring.clear();
    this.#answers.clear();
    if (code === this.#closedFor) return;
    this.#closedFor = code;
    for (const listener of this.#listeners) listener.closed(code);
  }

  #tell(frame: TopicFrame): void {
    for (const listener of this.#listeners) listener.frame(frame);
  }

  #answerFrom(now: Told, have: Cursor | undefined): TopicFrame {
    if (have?.epoch !== now.epoch || have.seq > now.seq) return this.#snapshotFrame(now);
    const made = this.#answers.get(have.seq);
    if (made !== undefined) return made;
    // Changed names have no seq of their own, so the ring may hold a step even from the newest seq to itself.
    const held = have.seq === now.seq ? { from: now.seq, to: now.seq, delta: NOTHING } : undefined;
    const step = this.#ring.since(have.seq) ?? held;
    const delta = step === undefined ? undefined : this.#deltaFrame(now.epoch, step);
    const frame = delta !== undefined && this.#isWorthIt(delta, now) ? delta : this.#snapshotFrame(now);
    this.#answers.set(have.seq, frame);
    return frame;
  }

  #isWorthIt({ buffer }: TopicFrame, now: Told): boolean {
    return buffer.length <= SHORT_BYTES || buffer.length < this.#snapshotFrame(now).buffer.length;
  }

  #deltaFrame(epoch: string, { from, to, delta }: Step): TopicFrame {
    const { name } = this.#dependencies;
    const frame: DownFrame = {
      type: "delta",
      topic: name,
      epoch,
      from,
      to,
      set: delta.set,
      unset: delta.unset,
    };
    return { from: { epoch, seq: from }, to: { epoch, seq: to }, buffer: encode(frame) };
  }

  #snapshotFrame({ epoch, seq, view }: Told): TopicFrame {
    const made = this.#answers.get("snapshot");
    if (made !== undefined) return made;
    const frame: DownFrame = { type: "snapshot", topic: this.#dependencies.name, epoch, to: seq, view };
    const whole = { from: null, to: { epoch, seq }, buffer: encode(frame) };
    this.#answers.set("snapshot", whole);
    return whole;
  }
}
