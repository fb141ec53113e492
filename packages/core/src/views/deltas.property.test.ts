import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryShop } from "../testing/arbitrary-shop.ts";
import { arbitrarySteps } from "../testing/arbitrary-steps.ts";
import { runCommands } from "../testing/run-commands.ts";
import { viewInput } from "../testing/view-input.ts";
import { appointmentsView } from "./appointments-view.ts";
import { applyDelta } from "./apply-delta.ts";
import { diffViews } from "./diff-views.ts";
import { displayView } from "./display-view.ts";
import { mergeDeltas } from "./merge-deltas.ts";
import { publicView } from "./public-view.ts";
import { staffView } from "./staff-view.ts";
import type { View, ViewDelta } from "./types.ts";
import type { ShopState } from "../queue/shop.ts";

const NOTHING: ViewDelta = { set: {}, unset: {} };

const audiences: readonly ((state: ShopState) => View)[] = [
  (state) => ({ ...staffView(viewInput(state)) }),
  (state) => ({ ...publicView(viewInput(state)) }),
  (state) => ({ ...appointmentsView(viewInput(state), { masked: false }) }),
  (state) => ({ ...appointmentsView(viewInput(state), { masked: true }) }),
  (state) => {
    const view = displayView(viewInput(state), "display-1");
    if (view === undefined) throw new Error("The display is part of every arbitrary shop.");
    return { ...view };
  },
];

/** The views of one audience along a day. */
const someViews = fc
  .tuple(arbitraryShop, arbitrarySteps(30), fc.constantFrom(...audiences))
  .map(([shop, steps, view]) => [
    view(shop),
    ...runCommands(shop, steps).taken.map(({ after }) => view(after)),
  ]);

const entity = fc.oneof(
  fc.integer(),
  fc.record({ a: fc.integer(), b: fc.array(fc.string(), { maxLength: 2 }) }),
);
const collection = fc.dictionary(fc.constantFrom("x", "y", "z", "__proto__", "constructor"), entity);
const anyView: fc.Arbitrary<View> = fc.record({ one: collection, two: collection });

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const delta = (a: View, b: View): ViewDelta => diffViews(a, b) ?? NOTHING;

test("apply(a, diff(a, b)) = b for each audience along a day", () => {
  fc.assert(
    fc.property(someViews, (views) => {
      for (const [index, after] of views.entries()) {
        const before = views[index - 1];
        if (before !== undefined)
          expect(plain(applyDelta(before, delta(before, after)))).toEqual(plain(after));
      }
    }),
    { numRuns: 40 },
  );
});

test("one merged delta does what all of them do", () => {
  fc.assert(
    fc.property(fc.array(anyView, { minLength: 2, maxLength: 5 }), fc.nat(4), (views, start) => {
      const first = views[0];
      const last = views.at(-1);
      if (first === undefined || last === undefined) return;
      const deltas = views.slice(1).map((after, index) => delta(views[index] ?? after, after));
      const merged = deltas.reduce(mergeDeltas, NOTHING);
      expect(plain(applyDelta(first, merged))).toEqual(plain(last));
      const cut = Math.min(start, deltas.length);
      const inTwo = mergeDeltas(
        deltas.slice(0, cut).reduce(mergeDeltas, NOTHING),
        deltas.slice(cut).reduce(mergeDeltas, NOTHING),
      );
      expect(plain(applyDelta(first, inTwo))).toEqual(plain(last));
    }),
  );
});

test("a delta applied twice does what it does once, so a repeated frame does no harm", () => {
  fc.assert(
    fc.property(anyView, anyView, (a, b) => {
      const once = applyDelta(a, delta(a, b));
      expect(plain(applyDelta(once, delta(a, b)))).toEqual(plain(b));
    }),
  );
});

test("equal views give no delta", () => {
  fc.assert(
    fc.property(anyView, (view) => {
      expect(diffViews(view, JSON.parse(JSON.stringify(view)) as View)).toBeNull();
    }),
  );
});

test("an unchanged ticket is the identical object in the next view", () => {
  fc.assert(
    fc.property(arbitraryShop, arbitrarySteps(20), (shop, steps) => {
      const people = new Map(
        Array.from({ length: 200 }, (_, n) => [`ticket-${n}`, { fullName: `N ${n}`, phone: null }]),
      );
      for (const { before, after } of runCommands(shop, steps).taken) {
        const old = staffView(viewInput(before, { people })).tickets;
        const now = staffView(viewInput(after, { people })).tickets;
        for (const [id, ticket] of after.tickets) {
          const isUnchanged = before.tickets.get(id) === ticket && before.counters === after.counters;
          if (isUnchanged) expect(now[id]).toBe(old[id]);
        }
      }
    }),
    { numRuns: 20 },
  );
});
