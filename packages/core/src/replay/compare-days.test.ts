import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyShop } from "../queue/empty-shop.ts";
import type { Policy } from "../queue/queue.ts";
import type { Priority } from "../queue/ticket.ts";
import {
  arbitraryPolicy,
  arbitraryShop,
  arbitrarySteps,
  at as atMinute,
  book,
  bookingShop,
  checkIn,
  join,
  runCommands,
  type Step,
  TEST_QUEUE_IDS,
  testQueueConfig,
  testShop,
} from "../testing/index.ts";
import { compareDays } from "./compare-days.ts";
import { dutiesOf } from "./duty.ts";
import { replayDay } from "./replay-day.ts";
import { staysOf } from "./stays-of.ts";

const START = Date.UTC(2026, 10, 22, 8);
const MINUTE = 60_000;

interface Visitor {
  readonly after: number;
  readonly priority: Priority;
  readonly service: number;
}

/** A day of one queue whose counters call as soon as they are free. */
const dayOf = (visitors: readonly Visitor[], counters: number, policy: Policy) => {
  const configured = runCommands(emptyShop(testShop(), START), [
    { command: { type: "configure-queue", queue: testQueueConfig({ policy }) } },
  ]).state;
  const arrivals: { at: number; index: number }[] = [];
  let at = START;
  for (const [index, { after }] of visitors.entries()) arrivals.push({ at: (at += after * MINUTE), index });
  const free = Array.from({ length: counters }, () => START);
  const serving = new Map<number, string>();
  let state = configured;
  const events: (typeof run)["events"][number][] = [];
  let run = runCommands(state, []);
  const take = (step: Step): void => {
    run = runCommands(state, [step]);
    if (run.taken[0]?.decision.ok !== true) throw new Error("The day's commands are all allowed.");
    state = run.state;
    events.push(...run.events);
  };
  for (let next = 0; ;) {
    const waiting = state.queues.get("queue-a")?.line.length ?? 0;
    const soonest = free.indexOf(Math.min(...free));
    const callAt = Math.max(free[soonest] ?? 0, state.at);
    const arrival = arrivals[next];
    const busyUntil = [...serving.keys()].map((counter) => free[counter] ?? 0);
    const ending = Math.min(...busyUntil);
    if (arrival !== undefined && arrival.at <= Math.min(ending, waiting > 0 ? callAt : Infinity)) {
      const { priority } = visitors[arrival.index] as Visitor;
      const wish = { queueId: "queue-a", serviceId: null, partySize: 1, locale: null, priority };
      take({ now: arrival.at, command: { type: "issue-ticket", ticketId: `v${arrival.index}`, ...wish } });
      next += 1;
      continue;
    }
    const [done] = [...serving.keys()].filter((counter) => free[counter] === ending);
    if (done !== undefined && (waiting === 0 || ending <= callAt)) {
      take({ now: ending, command: { type: "complete-ticket", ticketId: serving.get(done) ?? "" } });
      serving.delete(done);
      continue;
    }
    if (waiting === 0) break;
    take({ now: callAt, command: { type: "call-next", queueId: "queue-a", counter: String(soonest + 1) } });
    const id = [...state.tickets.values()].find(
      (ticket) => ticket.status === "called" && ticket.counterId !== null,
    )?.id;
    if (id === undefined) throw new Error("Somebody was called.");
    take({ command: { type: "start-service", ticketId: id } });
    serving.set(soonest, id);
    free[soonest] = callAt + (visitors[Number(id.slice(1))]?.service ?? 0) * MINUTE;
  }
  return { start: configured, events };
};

const visitors = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 6 }),
    priority: fc.constantFrom<Priority>(0, 0, 0, 1),
    service: fc.integer({ min: 1, max: 20 }),
  }),
  { minLength: 1, maxLength: 40 },
);
const counters = fc.integer({ min: 1, max: 3 });

describe("[Y1] a day played again", () => {
  it("with nothing changed is the day as it was, where its counters called as soon as they could", () => {
    fc.assert(
      fc.property(visitors, counters, arbitraryPolicy, (people, count, policy) => {
        const { start, events } = dayOf(people, count, policy);
        const compared = compareDays(start, events, "queue-a", { policy: null, counters: null });
        expect(compared?.playedAgain.all.called).toBe(people.length);
        expect(compared?.really.all.called).toBe(people.length);
        const [again, really] = [compared?.playedAgain.all.meanSeconds, compared?.really.all.meanSeconds];
        // A counter is known only from its first call on, so at its edges the replay may call a little later.
        expect(again).toBeGreaterThanOrEqual((really ?? 0) - 1);
        if (count === 1) expect(again).toBeCloseTo(really ?? 0, 0);
      }),
      { numRuns: 100 },
    );
  });

  it("[Y2] calls nobody before they came, nobody twice, and no counter for two at once", () => {
    fc.assert(
      fc.property(arbitraryShop, arbitrarySteps(100), arbitraryPolicy, (start, steps, policy) => {
        const { events } = runCommands(start, steps);
        for (const queueId of TEST_QUEUE_IDS) {
          const stays = staysOf(start, events, queueId);
          const replayed = replayDay(stays, {
            policy,
            walkInsAhead: 1,
            duties: dutiesOf(stays),
            turnaround: 0,
          });
          expect(new Set(replayed.map(({ stay }) => stay)).size).toBe(stays.length);
          expect(replayed.length).toBe(stays.length);
          for (const { stay, calledAt } of replayed)
            if (calledAt !== null) expect(calledAt).toBeGreaterThanOrEqual(stay.enteredAt);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("[Y3] one more counter makes nobody's mean wait longer, first come first served", () => {
    fc.assert(
      fc.property(visitors, counters, (people, count) => {
        const { start, events } = dayOf(people, count, { kind: "fifo" });
        const mean = (asked: number): number =>
          compareDays(start, events, "queue-a", { policy: null, counters: asked })?.whatIf.all.meanSeconds ??
          0;
        expect(mean(count + 1)).toBeLessThanOrEqual(mean(count) + 1e-6);
      }),
      { numRuns: 60 },
    );
  });

  it("[Y2] a counter that went home after its last visitor calls nobody more", () => {
    const joined = (id: string): Step => ({
      now: START,
      command: {
        type: "issue-ticket",
        ticketId: id,
        queueId: "queue-a",
        serviceId: null,
        priority: 0,
        partySize: 1,
        locale: null,
      },
    });
    const configured = runCommands(emptyShop(testShop(), START), [
      { command: { type: "configure-queue", queue: testQueueConfig() } },
    ]).state;
    const { events } = runCommands(configured, [
      joined("v0"),
      joined("v1"),
      { now: START + MINUTE, command: { type: "call-next", queueId: "queue-a", counter: "1" } },
      { now: START + MINUTE, command: { type: "start-service", ticketId: "v0" } },
      { now: START + 6 * MINUTE, command: { type: "complete-ticket", ticketId: "v0" } },
    ]);
    const compared = compareDays(configured, events, "queue-a", { policy: null, counters: null });
    expect(compared?.really.all).toMatchObject({ called: 1, uncalled: 1 });
    expect(compared?.playedAgain.all).toEqual(compared?.really.all);
  });

  it("a day without a call has nothing to compare", () => {
    const { start } = dayOf([{ after: 0, priority: 0, service: 5 }], 1, { kind: "fifo" });
    expect(compareDays(start, [], "queue-a", { policy: null, counters: 2 })).toBeNull();
  });

  it("[Y4] calls who booked at their time again, and counts no wait before it", () => {
    const shop = bookingShop({ walkInsAhead: 0 });
    const serve = (id: string, from: number, to: number): Step[] => [
      atMinute(from, { type: "call-ticket", ticketId: id, counter: "1" }),
      atMinute(from, { type: "start-service", ticketId: id }),
      atMinute(to, { type: "complete-ticket", ticketId: id }),
    ];
    const { events, start } = runCommands(shop, [
      book(1, 30),
      join("w1", { minute: 0 }),
      join("w2", { minute: 1 }),
      checkIn(10, 1),
      ...serve("w1", 10, 40),
      ...serve("v1", 40, 50),
      ...serve("w2", 50, 60),
    ]);
    const compared = compareDays(start, events, "queue-a", { policy: null, counters: null });
    const minutes = compared?.playedAgain.all.meanSeconds ?? 0;
    expect(minutes * 3).toBe((10 + 10 + 49) * 60);
    expect(compared?.playedAgain.all).toEqual(compared?.really.all);
  });
});
