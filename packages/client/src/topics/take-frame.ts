import type { Cursor, DownFrame, View } from "@callnext/protocol";
import { applyDelta } from "./apply-delta.ts";

/** What is held of one topic; without a view the cursor means nothing. */
export interface Held {
  readonly view: View | null;
  readonly epoch: string;
  readonly seq: number;
}

export type TopicFrame = Extract<DownFrame, { readonly type: "snapshot" | "delta" }>;

export type Verdict =
  | { readonly kind: "taken"; readonly held: Held }
  /** It brings nothing newer than what is held. */
  | { readonly kind: "ignored" }
  /** Something is missing before it: subscribe again with what is held. */
  | { readonly kind: "gap" };

/** The only way a held view moves: never back within an epoch, never over a gap. */
export function takeFrame(held: Held, frame: TopicFrame): Verdict {
  const sameEpoch = held.view !== null && frame.epoch === held.epoch;
  if (frame.type === "snapshot") {
    if (sameEpoch && frame.to < held.seq) return { kind: "ignored" };
    return { kind: "taken", held: { view: frame.view, epoch: frame.epoch, seq: frame.to } };
  }
  if (held.view === null || !sameEpoch || frame.to < frame.from) return { kind: "gap" };
  if (frame.from === held.seq) {
    return { kind: "taken", held: { view: applyDelta(held.view, frame), epoch: held.epoch, seq: frame.to } };
  }
  return frame.to <= held.seq ? { kind: "ignored" } : { kind: "gap" };
}

export type BeatVerdict = "proved" | "behind" | "foreign" | "ahead";

/** What a heartbeat says about what is held. */
export function compareBeat(held: Held, newest: Cursor): BeatVerdict {
  if (held.view === null || newest.epoch !== held.epoch) return "foreign";
  if (newest.seq === held.seq) return "proved";
  return newest.seq > held.seq ? "behind" : "ahead";
}
