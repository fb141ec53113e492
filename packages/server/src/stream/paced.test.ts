import { expect, test } from "vitest";
import { createPaced } from "./paced.ts";
import { manualTimers } from "./testing/manual-timers.ts";

test("works at once after a rest, then once per interval however often it is nudged", () => {
  const timers = manualTimers(0);
  const ran: number[] = [];
  const paced = createPaced(timers, () => {
    ran.push(timers.now());
    return 50;
  });
  for (let n = 0; n < 100; n += 1) {
    paced.nudge();
    timers.advance(2);
  }
  timers.advance(100);
  expect(ran).toEqual([0, 50, 100, 150, 200]);
  timers.advance(1_000);
  paced.nudge();
  expect(ran.at(-1)).toBe(timers.now());
});

test("flush does what is due and nothing else; disposed, it does nothing", () => {
  const timers = manualTimers(0);
  let runs = 0;
  const paced = createPaced(timers, () => {
    runs += 1;
    return 50;
  });
  paced.flush();
  expect(runs).toBe(0);
  paced.nudge();
  paced.nudge();
  paced.flush();
  expect(runs).toBe(2);
  paced.nudge();
  paced[Symbol.dispose]();
  timers.advance(100);
  expect(runs).toBe(2);
  expect(timers.waiting).toBe(0);
});
