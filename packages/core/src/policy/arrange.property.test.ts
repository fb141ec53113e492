import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Policy } from "../queue/queue.ts";
import type { Priority, Ticket } from "../queue/ticket.ts";
import { arbitraryPolicy, join, next, runCommands, shopWith, testTicket } from "../testing/index.ts";
import { arrange } from "./arrange.ts";
import { moveTurn } from "./turn.ts";

const NO_TURN = { ordinary: 0, priority: 0 };
const priority = fc.constantFrom<Priority>(0, 0, 1, 2);

const waiting: fc.Arbitrary<Ticket[]> = fc
  .array(
    fc.record({ priority, joinedAt: fc.integer({ min: 0, max: 50 }).map((minute) => minute * 60_000) }),
    {
      maxLength: 30,
    },
  )
  .map((tickets) => tickets.map((ticket, index) => testTicket({ ...ticket, id: `t${index}`, entry: index })));

const ratio = fc.record({
  kind: fc.constant("ratio" as const),
  ordinary: fc.integer({ min: 1, max: 4 }),
  priority: fc.integer({ min: 1, max: 3 }),
});

describe("arranging", () => {
  it("[O1] [O9] gives each ticket one place, whatever order they are handed in", () => {
    fc.assert(
      fc.property(waiting, arbitraryPolicy, (tickets, policy) => {
        const line = arrange(tickets, policy, NO_TURN);
        expect(line.toSorted()).toEqual(tickets.map(({ id }) => id).toSorted());
        expect(arrange(tickets.toReversed(), policy, NO_TURN)).toEqual(line);
      }),
    );
  });

  it("[O2] [O3] [O4] [O5] within one class nobody overtakes", () => {
    fc.assert(
      fc.property(waiting, arbitraryPolicy, (tickets, policy) => {
        const line = arrange(tickets, policy, NO_TURN);
        for (const kind of [0, 1, 2]) {
          const own = tickets.filter((ticket) => ticket.priority === kind);
          const byAge = own
            .toSorted((a, b) => a.joinedAt - b.joinedAt || a.entry - b.entry)
            .map(({ id }) => id);
          expect(line.filter((id) => byAge.includes(id))).toEqual(byAge);
        }
      }),
    );
  });

  it("[O4] while both classes wait, every round of calls has exactly its shares", () => {
    fc.assert(
      fc.property(
        ratio,
        fc.array(fc.option(priority, { freq: 2 }), { minLength: 20, maxLength: 60 }),
        (policy, day) => {
          const called = callAll(policy, day);
          const round = policy.ordinary + policy.priority;
          for (let first = 0; first + round <= called.length; first += 1) {
            const window = called.slice(first, first + round);
            if (!window.every(({ bothWaited }) => bothWaited)) continue;
            expect(window.filter(({ isOrdinary }) => isOrdinary)).toHaveLength(policy.ordinary);
          }
        },
      ),
    );
  });

  it("[O4] [O6] the line foretells the calls to come, places given by hand included", () => {
    fc.assert(
      fc.property(
        waiting,
        arbitraryPolicy,
        fc.uniqueArray(fc.integer({ min: 1, max: 30 })),
        (tickets, policy, places) => {
          const placed = places.filter((place) => place <= tickets.length).toSorted((a, b) => a - b);
          const line = tickets.map((ticket, index) => ({ ...ticket, place: placed[index] ?? null }));
          expect(callOneByOne(line, policy)).toEqual(arrange(line, policy, NO_TURN));
        },
      ),
    );
  });
});

/** Takes the head of the line until nobody waits; places move up and the turn moves on as calls do. */
const callOneByOne = (tickets: readonly Ticket[], policy: Policy): string[] => {
  const called: string[] = [];
  let left = tickets;
  let turn = NO_TURN;
  while (left.length > 0) {
    const head = arrange(left, policy, turn)[0];
    if (head === undefined) throw new Error("Nobody stands in a line of tickets.");
    called.push(head);
    turn = moveTurn(policy, turn, 1);
    left = left
      .filter(({ id }) => id !== head)
      .map((ticket) => ({ ...ticket, place: ticket.place === null ? null : ticket.place - 1 }));
  }
  return called;
};

/** A day of arrivals and calls (null); what each call took, and whether both classes had somebody waiting. */
const callAll = (policy: Policy, day: readonly (Priority | null)[]) => {
  const run = runCommands(
    shopWith([{ policy }]),
    day.map((arrival, index) =>
      arrival === null ? next(`counter ${index}`) : join(`t${index}`, { priority: arrival }),
    ),
  );
  return run.taken.flatMap(({ events, before }) => {
    const event = events.find(({ type }) => type === "ticket-called");
    if (event?.type !== "ticket-called") return [];
    const line = before.queues.get("queue-a")?.line ?? [];
    const ordinary = line.filter((id) => before.tickets.get(id)?.priority === 0);
    const bothWaited = ordinary.length > 0 && ordinary.length < line.length;
    return [{ bothWaited, isOrdinary: before.tickets.get(event.ticketId)?.priority === 0 }];
  });
};
