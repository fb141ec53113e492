import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyShop } from "../queue/empty-shop.ts";
import { fold } from "../queue/fold.ts";
import type { Policy } from "../queue/queue.ts";
import type { ShopState } from "../queue/shop.ts";
import type { Priority, TicketId } from "../queue/ticket.ts";
import {
  arbitraryShop,
  arbitrarySteps,
  book,
  bookingShop,
  checkIn,
  join,
  keepTime,
  runCommands,
  testQueueConfig,
  testShop,
} from "../testing/index.ts";
import type { PlaceChange } from "./place-change.ts";
import { placeChanges } from "./place-changes.ts";
import { placeLedger } from "./place-ledger.ts";

const START = Date.UTC(2026, 10, 22, 8);

const placeOf = (state: ShopState, id: TicketId): number | null => {
  for (const queue of state.queues.values()) {
    const index = queue.line.indexOf(id);
    if (index !== -1) return index + 1;
  }
  return null;
};

/** Where a ticket stands when its changes are applied to where it stood. */
const applied = (place: number | null, changes: readonly PlaceChange[]): number | null => {
  let stands = place;
  for (const change of changes) {
    if (change.kind === "entered") {
      expect(stands).toBeNull();
      stands = change.to;
      continue;
    }
    expect(change.from).toBe(stands);
    stands = change.kind === "left-line" ? null : change.to;
    if (change.kind === "moved")
      expect(change.from + change.parts.reduce((sum, part) => sum + part.change, 0)).toBe(change.to);
  }
  return stands;
};

describe("[L1] [L2] the ledger of a place", () => {
  it("accounts for every change of every ticket's place, at any event of any history", () => {
    fc.assert(
      fc.property(arbitraryShop, arbitrarySteps(80), (start, steps) => {
        const { events, ledger } = runCommands(start, steps);
        let state = start;
        for (const event of events) {
          const next = fold(state, [event]);
          for (const id of ledger.keys()) {
            const changes = placeChanges(id, state, event, next);
            expect(applied(placeOf(state, id), changes)).toBe(placeOf(next, id));
          }
          state = next;
        }
      }),
      { numRuns: 120 },
    );
  });

  it("gives what was taken and takes what was given, and names nobody", () => {
    fc.assert(
      fc.property(arbitraryShop, arbitrarySteps(60), (start, steps) => {
        const { events, ledger } = runCommands(start, steps);
        for (const id of [...ledger.keys()].slice(0, 3)) {
          const changes = placeLedger(start, events, id);
          for (const change of changes) {
            if (change.kind !== "moved") continue;
            for (const { cause, change: places } of change.parts) {
              if (["call", "departure", "sent-elsewhere"].includes(cause)) expect(places).toBeLessThan(0);
              if (["precedence", "return", "call-taken-back", "came-from-elsewhere"].includes(cause))
                expect(places).toBeGreaterThan(0);
            }
          }
          const told = JSON.stringify(changes);
          for (const [other, { number }] of ledger) {
            expect(told).not.toContain(`"${other}"`);
            expect(told).not.toContain(`"${number}"`);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** A shop with one queue, whose tickets join a minute apart. */
const shopWith = (policy: Policy, classes: readonly Priority[]): ReturnType<typeof runCommands> =>
  runCommands(emptyShop(testShop(), START), [
    { command: { type: "configure-queue", queue: testQueueConfig({ policy }) } },
    ...classes.map((priority, index) => ({
      now: START + index * 60_000,
      command: {
        type: "issue-ticket" as const,
        ticketId: `t${index + 1}`,
        queueId: "queue-a",
        serviceId: null,
        priority,
        partySize: 1,
        locale: null,
      },
    })),
  ]);

const partsOf = (run: ReturnType<typeof runCommands>, id: TicketId) =>
  placeLedger(run.start, run.events, id).flatMap((change) => (change.kind === "moved" ? change.parts : []));

describe("[L3] an overtaking is explained", () => {
  it("by the head start of a class", () => {
    const run = shopWith({ kind: "priority", headStartMinutes: [30, 60] }, [0, 0, 1]);
    expect(partsOf(run, "t1")).toEqual([{ cause: "precedence", change: 1, rule: "priority" }]);
  });

  it("by the turns of the classes", () => {
    const run = shopWith({ kind: "ratio", ordinary: 1, priority: 1 }, [0, 0, 1]);
    expect(partsOf(run, "t2")).toEqual([{ cause: "precedence", change: 1, rule: "ratio" }]);
  });

  it("by the hand of a member of staff", () => {
    const joined = shopWith({ kind: "fifo" }, [0, 0, 0]);
    const moved = runCommands(joined.state, [
      { command: { type: "place-ticket", queueId: "queue-a", ticketId: "t3", place: 1, seenSeq: null } },
    ]);
    expect(partsOf(moved, "t1")).toEqual([{ cause: "moved-by-staff", change: 1 }]);
    expect(partsOf(moved, "t3")).toEqual([{ cause: "moved-by-staff", change: -2 }]);
  });

  it("by a return within the grace time", () => {
    const joined = shopWith({ kind: "fifo" }, [0, 0]);
    const returned = runCommands(joined.state, [
      { command: { type: "call-next", queueId: "queue-a", counter: "1" } },
      { command: { type: "mark-no-show", ticketId: "t1" } },
      { command: { type: "return-ticket", ticketId: "t1" } },
    ]);
    expect(partsOf(returned, "t2")).toEqual([
      { cause: "call", change: -1 },
      { cause: "return", change: 1 },
    ]);
  });

  it("by booked times: of who comes before them, and of who is early", () => {
    const shop = bookingShop({ walkInsAhead: 0 });
    const run = runCommands(shop, [
      book(1, 60),
      join("w1", { minute: 10 }),
      checkIn(20, 1),
      join("w2", { minute: 30 }),
      keepTime(60),
    ]);
    expect(partsOf(run, "v1")).toEqual([
      { cause: "booked-time", change: 1 },
      { cause: "booked-time", change: -2 },
    ]);
    expect(partsOf(run, "w1")).toEqual([{ cause: "booked-time", change: 1 }]);
    const late = runCommands(shop, [book(1, 60), join("w1", { minute: 10 }), checkIn(65, 1)]);
    expect(partsOf(late, "w1")).toEqual([{ cause: "booked-time", change: 1 }]);
  });
});
