import type { View } from "@callnext/protocol";
import fc from "fast-check";
import { expect, test } from "vitest";
import { applyDelta } from "./apply-delta.ts";
import { type Held, takeFrame, type TopicFrame } from "./take-frame.ts";

const T = { topic: "shop:1:public", epoch: "e1" };
const key = fc.constantFrom("a", "b", "c");
const change = fc.record({
  set: fc.dictionary(fc.constantFrom("queues", "calls"), fc.dictionary(key, fc.nat(99))),
  unset: fc.dictionary(fc.constantFrom("queues", "calls"), fc.array(key, { maxLength: 2 })),
});

interface History {
  readonly views: readonly View[];
  readonly deltas: readonly TopicFrame[];
}

/** What the server did: the true view at each seq, and the frames between them (some of them over several seqs). */
const history: fc.Arbitrary<History> = fc.array(change, { minLength: 1, maxLength: 20 }).map((changes) => {
  const views: View[] = [{}];
  const deltas = changes.map((delta, from): TopicFrame => {
    views.push(applyDelta(views[from] ?? {}, delta));
    return { ...T, type: "delta", from, to: from + 1, ...delta };
  });
  return { views, deltas };
});

const snapshot = ({ views }: History, to: number): TopicFrame => ({
  ...T,
  type: "snapshot",
  to,
  view: views[to] ?? {},
});

/** Which frames arrive, in which order, how often: any list of indexes. */
const arrivals = fc.array(fc.nat(19), { maxLength: 60 });

test("P6: however frames are dropped, doubled or reordered, the view is the truth at exactly one seq, which never goes back", () => {
  fc.assert(
    fc.property(history, arrivals, fc.nat(19), (past, indexes, startAt) => {
      const start = startAt % past.views.length;
      let held: Held = { view: past.views[start] ?? {}, epoch: "e1", seq: start };
      for (const index of indexes) {
        const frame =
          index % 5 === 4
            ? snapshot(past, index % past.views.length)
            : past.deltas[index % past.deltas.length];
        if (!frame) continue;
        const verdict = takeFrame(held, frame);
        if (verdict.kind === "taken") {
          expect(verdict.held.seq).toBeGreaterThanOrEqual(held.seq);
          held = verdict.held;
        } else if (verdict.kind === "gap") {
          // It can only be said of a frame that leads beyond what is held.
          expect(frame.to).toBeGreaterThan(held.seq);
        }
        expect(held.view).toEqual(past.views[held.seq]);
      }
    }),
    { numRuns: 500 },
  );
});

test("P8: after any losses, the answer to a question (what is missing, or a snapshot) brings the newest view", () => {
  fc.assert(
    fc.property(history, arrivals, fc.boolean(), (past, indexes, bySnapshot) => {
      let held: Held = { view: {}, epoch: "e1", seq: 0 };
      const take = (frame: TopicFrame | undefined): void => {
        const verdict = frame && takeFrame(held, frame);
        if (verdict?.kind === "taken") held = verdict.held;
      };
      for (const index of indexes) take(past.deltas[index % past.deltas.length]);
      const newest = past.views.length - 1;
      if (bySnapshot) take(snapshot(past, newest));
      else past.deltas.slice(held.seq).forEach(take);
      expect(held).toEqual({ view: past.views[newest], epoch: "e1", seq: newest });
    }),
  );
});

test("a delta of another epoch is a gap, a snapshot of another epoch is taken", () => {
  const held: Held = { view: {}, epoch: "e1", seq: 7 };
  expect(takeFrame(held, { ...T, epoch: "e2", type: "delta", from: 7, to: 8, set: {}, unset: {} }).kind).toBe(
    "gap",
  );
  expect(takeFrame(held, { ...T, epoch: "e2", type: "snapshot", to: 2, view: {} }).kind).toBe("taken");
});

test("without a view a delta is a gap, even one that starts at 0", () => {
  const nothing: Held = { view: null, epoch: "", seq: 0 };
  expect(
    takeFrame(nothing, { ...T, epoch: "", type: "delta", from: 0, to: 1, set: {}, unset: {} }).kind,
  ).toBe("gap");
});

test("a delta that overlaps what is held is a gap: half of it would be applied twice", () => {
  expect(
    takeFrame({ view: {}, epoch: "e1", seq: 7 }, { ...T, type: "delta", from: 5, to: 9, set: {}, unset: {} })
      .kind,
  ).toBe("gap");
});
