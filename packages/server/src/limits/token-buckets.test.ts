import { expect, test } from "vitest";
import { createTokenBuckets } from "./token-buckets.ts";

test("a burst, then as many as the rate gives, each key for itself", () => {
  let now = 0;
  const buckets = createTokenBuckets({ burst: 3, perSecond: 0.5 }, () => now);
  expect([1, 2, 3, 4].map(() => buckets.take("a"))).toEqual([0, 0, 0, 2]);
  expect(buckets.take("b")).toBe(0);
  now += 1_000;
  expect(buckets.take("a")).toBe(1);
  now += 1_000;
  expect([buckets.take("a"), buckets.take("a")]).toEqual([0, 2]);
  now += 3_600_000;
  expect([1, 2, 3, 4].map(() => buckets.take("a"))).toEqual([0, 0, 0, 2]);
});

test("being refused costs nothing, and a clock set back neither", () => {
  let now = 10_000;
  const buckets = createTokenBuckets({ burst: 1, perSecond: 1 }, () => now);
  buckets.take("a");
  for (let tries = 0; tries < 100; tries += 1) buckets.take("a");
  now -= 5_000;
  expect(buckets.take("a")).toBe(1);
  now += 1_000;
  expect(buckets.take("a")).toBe(0);
});

test("keys are bounded: those longest unused are forgotten", () => {
  const buckets = createTokenBuckets({ burst: 1, perSecond: 0.001 }, () => 0);
  buckets.take("first");
  for (let key = 0; key < 50_000; key += 1) buckets.take(String(key));
  expect(buckets.take("first")).toBe(0);
  expect(buckets.take("49999")).toBeGreaterThan(0);
});
