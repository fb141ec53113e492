import fc from "fast-check";
import type { Command } from "../queue/commands.ts";
import { emptyShop } from "../queue/empty-shop.ts";
import type { Policy } from "../queue/queue.ts";
import type { ShopState } from "../queue/shop.ts";
import { arbitraryBooking, TEST_PROVIDERS } from "./arbitrary-appointment-steps.ts";
import { testCounter, testDisplay, testQueueConfig, testService, testShop } from "./fixtures.ts";
import { runCommands } from "./run-commands.ts";

export const TEST_QUEUE_IDS = ["queue-a", "queue-b", "queue-c"] as const;
export const TEST_ZONES = [
  "Africa/Dakar",
  "America/Los_Angeles",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
] as const;

/** 2026-03-28 06:00 UTC: a Saturday; the clocks of Europe change the night after. */
const START = Date.UTC(2026, 2, 28, 6);

export const arbitraryPolicy: fc.Arbitrary<Policy> = fc.oneof(
  fc.constant({ kind: "fifo" } as const),
  fc.record({
    kind: fc.constant("priority" as const),
    headStartMinutes: fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 30, max: 90 })),
  }),
  fc.record({
    kind: fc.constant("ratio" as const),
    ordinary: fc.integer({ min: 1, max: 4 }),
    priority: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    kind: fc.constant("service-level" as const),
    targetMinutes: fc.tuple(
      fc.integer({ min: 20, max: 60 }),
      fc.integer({ min: 10, max: 20 }),
      fc.integer({ min: 0, max: 10 }),
    ),
  }),
);

/** A configured shop without tickets: three queues, two services, two providers, one counter, one display. */
export const arbitraryShop: fc.Arbitrary<ShopState> = fc
  .record({
    timeZone: fc.constantFrom(...TEST_ZONES),
    dayTurnsAtMinutes: fc.constantFrom(0, 90, 240),
    newCountersByLabel: fc.constantFrom(true, true, true, false),
    graceMinutes: fc.constantFrom(0, 15, 600),
    policies: fc.tuple(arbitraryPolicy, arbitraryPolicy, arbitraryPolicy),
    capacity: fc.option(fc.integer({ min: 1, max: 12 })),
    walkInsAhead: fc.constantFrom(0, 1, 1, 2, null),
    booking: arbitraryBooking,
  })
  .map(({ policies, capacity, walkInsAhead, ...shop }) => {
    const commands: Command[] = [
      { type: "configure-service", service: testService() },
      { type: "configure-service", service: testService({ id: 2, name: "Vaccination", durationMinutes: 5 }) },
      ...TEST_QUEUE_IDS.map((id, index): Command => {
        const policy = policies[index] ?? { kind: "fifo" };
        const serviceIds = index === 0 ? [] : [index];
        const own = {
          id,
          prefix: "ABC"[index] ?? "Z",
          name: `Queue ${id}`,
          policy,
          serviceIds,
          rank: index + 1,
        };
        return {
          type: "configure-queue",
          queue: testQueueConfig({ ...own, walkInsAhead, capacity: index === 1 ? capacity : null }),
        };
      }),
      ...TEST_PROVIDERS.map((provider): Command => ({ type: "configure-provider", provider })),
      { type: "configure-counter", counter: testCounter() },
      { type: "configure-display", display: testDisplay({ queueIds: [...TEST_QUEUE_IDS] }) },
    ];
    return runCommands(
      emptyShop(testShop(shop), START),
      commands.map((command) => ({ command })),
    ).state;
  });
