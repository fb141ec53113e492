import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FinishedService } from "../queue/queue.ts";
import type { ShopState } from "../queue/shop.ts";
import {
  arbitraryShop,
  arbitrarySteps,
  book,
  bookingShop,
  checkIn,
  joinAll,
  keepTime,
  MINUTE,
  MORNING,
  next,
  on,
  runCommands,
  shopWith,
  testQueueConfig,
  testService,
} from "../testing/index.ts";
import { estimateWait, estimateWaits } from "./estimate-wait.ts";

const measured = (services: readonly FinishedService[]): ShopState => {
  const start = shopWith();
  const queue = start.queues.get("queue-a");
  if (queue === undefined) throw new Error("No queue-a.");
  return { ...start, queues: new Map([["queue-a", { ...queue, recentServices: services }]]) };
};

const finished = (seconds: number, counterId: string, minutesAgo: number): FinishedService => ({
  counterId,
  seconds,
  endedAt: MORNING - minutesAgo * MINUTE,
});

describe("estimated wait", () => {
  it("[E1] grows with the number of people ahead, and p90 is never below p50", () => {
    fc.assert(
      fc.property(arbitraryShop, arbitrarySteps(100), fc.nat(40), (start, steps, ahead) => {
        const { state } = runCommands(start, steps);
        for (const id of state.queues.keys()) {
          const now = estimateWait(state, id, ahead);
          const later = estimateWait(state, id, ahead + 1);
          expect(now.p50Seconds).toBeLessThanOrEqual(now.p90Seconds);
          expect(now.p50Seconds).toBeLessThanOrEqual(later.p50Seconds);
          expect(now.p90Seconds).toBeLessThanOrEqual(later.p90Seconds);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("[E1] is the same for a whole line at once as for each place in it", () => {
    fc.assert(
      fc.property(arbitraryShop, arbitrarySteps(60), fc.nat(40), (start, steps, count) => {
        const { state } = runCommands(start, steps);
        for (const id of state.queues.keys())
          expect(estimateWaits(state, id, count)).toEqual(
            Array.from({ length: count }, (_, ahead) => estimateWait(state, id, ahead)),
          );
      }),
      { numRuns: 40 },
    );
  });

  it("[E2] uses measured services and the counters at work", () => {
    const one = measured([60, 120, 180].map((seconds) => finished(seconds, "c1", 40)));
    // Three services of two minutes; nobody finished lately, so one agent and nobody known to be free.
    expect(estimateWait(one, "queue-a", 2)).toEqual({ p50Seconds: 360, p90Seconds: 493 });
    const two = measured([finished(60, "c1", 40), finished(120, "c1", 5), finished(180, "c2", 5)]);
    expect(estimateWait(two, "queue-a", 3)).toEqual({ p50Seconds: 120, p90Seconds: 317 });
    expect(estimateWait(two, "queue-a", 1).p50Seconds).toBe(0);
  });

  it("[E2] a ticket forgotten at a counter counts as four medians", () => {
    const state = measured([100, 100, 100, 100, 36_000].map((seconds) => finished(seconds, "c1", 40)));
    expect(estimateWait(state, "queue-a", 0).p50Seconds).toBe(160);
  });

  it("[E2] without measured services the services' duration stands in, else ten minutes", () => {
    expect(estimateWait(shopWith(), "queue-a", 0).p50Seconds).toBe(600);
    const run = runCommands(shopWith(), [
      { command: { type: "configure-service", service: testService({ durationMinutes: 20 }) } },
      { command: { type: "configure-service", service: testService({ id: 2, durationMinutes: 4 }) } },
      { command: { type: "configure-queue", queue: testQueueConfig({ serviceIds: [2] }) } },
      { command: { type: "configure-queue", queue: testQueueConfig({ id: "queue-b", prefix: "B" }) } },
    ]);
    expect(estimateWait(run.state, "queue-a", 0).p50Seconds).toBe(240);
    expect(estimateWait(run.state, "queue-b", 0).p50Seconds).toBe(720);
  });

  it("[E1] [E2] a second agent at work shortens the wait", () => {
    const one = runCommands(shopWith(), [...joinAll("a", "b", "c"), next("1"), on("a", "start-service")]);
    const two = runCommands(one.state, [next("2")]);
    expect(estimateWait(two.state, "queue-a", 1).p50Seconds).toBe(
      estimateWait(one.state, "queue-a", 1).p50Seconds / 2,
    );
  });
});

describe("estimated wait beside appointments", () => {
  const shop = (walkInsAhead: number | null) =>
    runCommands(bookingShop({ walkInsAhead }, {}, [{ lanes: 9 }]), [book(1, 20), book(2, 25), book(3, 600)])
      .state;
  const p50 = (state: ShopState, ahead: number) => estimateWait(state, "queue-a", ahead).p50Seconds / 60;

  it("[E4] counts those booked who will be called before", () => {
    // A service takes a quarter of an hour. With two people ahead the call comes after 45 minutes, with four 75.
    expect(p50(shop(null), 2)).toBe(45);
    expect(p50(shop(0), 2)).toBe(75);
    // The first is called at once, so the appointments do not touch it.
    expect([p50(shop(1), 0), p50(shop(0), 0)]).toEqual([15, 15]);
  });

  it("[E4] counts those who are here and early once, behind whom they stand", () => {
    const early = runCommands(shop(0), [checkIn(0, 1), ...joinAll("a", "b", "c")]).state;
    expect(early.queues.get("queue-a")?.line).toEqual(["a", "b", "c", "v1"]);
    expect(p50(early, 2)).toBe(75);
    const due = runCommands(early, [keepTime(20)]).state;
    expect(due.queues.get("queue-a")?.line).toEqual(["v1", "a", "b", "c"]);
    expect(p50(due, 3)).toBe(75);
  });

  it("[E4] whoever joins now does not wait for those who are early", () => {
    const early = runCommands(shop(1), [checkIn(0, 3)]).state;
    expect(early.queues.get("queue-a")?.line).toEqual(["v3"]);
    expect(p50(early, 1)).toBe(p50(shop(1), 0));
  });
});
