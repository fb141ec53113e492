import { expect, test } from "vitest";
import { createDeltaRing } from "./delta-ring.ts";

const step = (from: number, to: number) => ({
  from,
  to,
  delta: { set: { c: { [`k${to}`]: to } }, unset: {} },
});

test("gives one step from a seq at which one of its steps begins, and nothing from another", () => {
  const ring = createDeltaRing();
  ring.push(step(1, 2), 10);
  ring.push(step(2, 5), 10);
  expect(ring.since(1)).toEqual({ from: 1, to: 5, delta: { set: { c: { k2: 2, k5: 5 } }, unset: {} } });
  expect(ring.since(2)).toEqual(step(2, 5));
  expect(ring.since(3)).toBeUndefined();
  expect(ring.since(5)).toBeUndefined();
});

test("keeps no more than 256 steps, and no more than 256 KiB", () => {
  const many = createDeltaRing();
  for (let seq = 0; seq < 300; seq += 1) many.push(step(seq, seq + 1), 10);
  expect(many.since(43)).toBeUndefined();
  expect(many.since(44)?.to).toBe(300);
  const heavy = createDeltaRing();
  for (let seq = 0; seq < 10; seq += 1) heavy.push(step(seq, seq + 1), 100 * 1024);
  expect(heavy.since(7)).toBeUndefined();
  expect(heavy.since(8)?.to).toBe(10);
});
