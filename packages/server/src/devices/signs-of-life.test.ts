import { expect, test } from "vitest";
import { createSignsOfLife } from "./signs-of-life.ts";

test("that a device is there is written at most once a minute, all that are due in one go", () => {
  const clock = { now: 1_000_000 };
  const written: (readonly string[])[] = [];
  const alive = createSignsOfLife(
    (ids) => {
      written.push(ids);
      return Promise.resolve();
    },
    () => clock.now,
    () => undefined,
  );
  for (let second = 0; second < 120; second += 1) {
    alive(second < 30 ? ["a"] : ["a", "b"]);
    clock.now += 1_000;
  }
  expect(written).toEqual([["a"], ["b"], ["a"], ["b"]]);
});

test("a sign of life that cannot be written is told, and stops nothing", async () => {
  const failures: unknown[] = [];
  const alive = createSignsOfLife(
    () => Promise.reject(new Error("away")),
    () => 0,
    (error) => failures.push(error),
  );
  alive(["a"]);
  await Promise.resolve();
  expect(failures).toHaveLength(1);
});
