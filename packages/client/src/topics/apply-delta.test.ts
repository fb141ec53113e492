import { expect, test } from "vitest";
import { applyDelta } from "./apply-delta.ts";

const VIEW = { queues: { a: { n: 1 }, b: { n: 2 } }, calls: { A001: { n: 3 } } };

test("sets and unsets entities, and leaves everything else the same object", () => {
  const next = applyDelta(VIEW, { set: { queues: { b: { n: 9 }, c: { n: 4 } } }, unset: { queues: ["a"] } });
  expect(next).toEqual({ queues: { b: { n: 9 }, c: { n: 4 } }, calls: { A001: { n: 3 } } });
  expect(next.calls).toBe(VIEW.calls);
  expect(VIEW.queues).toEqual({ a: { n: 1 }, b: { n: 2 } });
});

test("an empty delta keeps the very same view", () => {
  expect(applyDelta(VIEW, { set: {}, unset: {} })).toBe(VIEW);
});

test("a new collection appears; unsetting what is not there changes nothing", () => {
  expect(applyDelta({}, { set: { order: { self: ["x"] } }, unset: { gone: ["k"] } })).toEqual({
    order: { self: ["x"] },
    gone: {},
  });
});
