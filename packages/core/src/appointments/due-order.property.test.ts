import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrange } from "../policy/arrange.ts";
import { moveTurn } from "../policy/turn.ts";
import type { Policy } from "../queue/queue.ts";
import type { Priority, Ticket, TicketId } from "../queue/ticket.ts";
import {
  arbitraryPolicy,
  at,
  book,
  bookingShop,
  checkIn,
  join,
  lineOf,
  MINUTE,
  MORNING,
  type Run,
  runCommands,
  type Step,
  testTicket,
} from "../testing/index.ts";

const NO_TURN = { ordinary: 0, priority: 0 };
const walkInsAhead = fc.constantFrom(0, 1, 2, 3);

/** A line of walk-ins, of booked visitors who are early, and of some who are due and were passed now and then. */
const waiting: fc.Arbitrary<Ticket[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom("walk-in", "walk-in", "early", "due"),
      priority: fc.constantFrom<Priority>(0, 0, 0, 1, 2),
      minute: fc.integer({ min: 0, max: 50 }),
      passed: fc.nat(4),
    }),
    { maxLength: 25 },
  )
  .map((wishes) =>
    wishes.map(({ kind, priority, minute, passed }, index) => {
      const own = { id: `t${index}`, entry: index, priority, joinedAt: minute * MINUTE };
      if (kind === "walk-in") return testTicket(own);
      const appointment = { ...own, appointmentId: index, dueAt: minute * MINUTE };
      if (kind === "early") return testTicket({ ...appointment, joinedAt: (60 + minute) * MINUTE });
      return testTicket({ ...appointment, due: true, walkInsPassed: passed });
    }),
  );

/** Takes the head of the line until nobody waits, as calls do. */
const callOneByOne = (tickets: readonly Ticket[], policy: Policy, ahead: number | null): TicketId[] => {
  const called: TicketId[] = [];
  let left = tickets;
  let turn = NO_TURN;
  while (left.length > 0) {
    const id = arrange(left, policy, turn, ahead)[0];
    const head = left.find((ticket) => ticket.id === id);
    if (head === undefined) throw new Error("Nobody stands in a line of tickets.");
    called.push(head.id);
    turn = moveTurn(policy, turn, 1);
    left = left
      .filter((ticket) => ticket !== head)
      .map((ticket) => ({
        ...ticket,
        place: ticket.place === null ? null : ticket.place - 1,
        ...(ticket.due === true && head.due !== true
          ? { walkInsPassed: (ticket.walkInsPassed ?? 0) + 1 }
          : {}),
      }));
  }
  return called;
};

describe("[O10] a line with appointments that are due", () => {
  it("has no more walk-ins before one of them than may be, and the earliest booked first", () => {
    fc.assert(
      fc.property(waiting, arbitraryPolicy, walkInsAhead, (tickets, policy, ahead) => {
        const line = arrange(tickets, policy, NO_TURN, ahead).flatMap(
          (id) => tickets.find((ticket) => ticket.id === id) ?? [],
        );
        expect(line).toHaveLength(tickets.length);
        for (const [index, { due, walkInsPassed = 0 }] of line.entries()) {
          if (due !== true) continue;
          const before = line.slice(0, index).filter((other) => other.due !== true);
          expect(before.length).toBeLessThanOrEqual(Math.max(0, ahead - walkInsPassed));
        }
        const booked = line.filter(({ due }) => due === true).map(({ dueAt }) => dueAt ?? 0);
        expect(booked).toEqual(booked.toSorted((a, b) => a - b));
      }),
      { numRuns: 400 },
    );
  });

  it("foretells the calls to come, places given by hand included", () => {
    fc.assert(
      fc.property(
        waiting,
        arbitraryPolicy,
        fc.constantFrom(0, 1, 2, null),
        fc.uniqueArray(fc.integer({ min: 1, max: 25 }), { maxLength: 4 }),
        (tickets, policy, ahead, places) => {
          const fitting = places.filter((place) => place <= tickets.length).toSorted((a, b) => a - b);
          const line = tickets.map((ticket, index) => ({ ...ticket, place: fitting[index] ?? null }));
          expect(callOneByOne(line, policy, ahead)).toEqual(arrange(line, policy, NO_TURN, ahead));
        },
      ),
      { numRuns: 400 },
    );
  });

  it("leaves the walk-ins their own order", () => {
    fc.assert(
      fc.property(waiting, arbitraryPolicy, walkInsAhead, (tickets, policy, ahead) => {
        // The turns of a ratio go on with every call, so there the classes may mix another way.
        if (policy.kind === "ratio") return;
        const walkIns = tickets.filter(({ dueAt }) => dueAt === undefined);
        const among = new Set(walkIns.map(({ id }) => id));
        const line = arrange(tickets, policy, NO_TURN, ahead).filter((id) => among.has(id));
        expect(line).toEqual(arrange(walkIns, policy, NO_TURN, ahead));
      }),
    );
  });
});

interface Comer {
  readonly minute: number;
  /** Minutes from coming to the booked time; null: a walk-in. */
  readonly early: number | null;
}

const comers = fc.array(
  fc.record({
    minute: fc.integer({ min: 0, max: 200 }),
    early: fc.option(fc.integer({ min: -10, max: 30 }), { freq: 2 }),
  }),
  { minLength: 1, maxLength: 30 },
);

/** A day: everybody comes when they do, and a counter calls the next every so many minutes. */
const dayOf = (people: readonly Comer[], policy: Policy, ahead: number | null, everyMinutes: number): Run => {
  const shop = bookingShop({ policy, walkInsAhead: ahead }, { checkInLateMinutes: 30 }, [{ lanes: 40 }]);
  const booked = people.map(({ minute, early }, id): Step | null =>
    early === null ? null : book(id, minute + early),
  );
  const coming = people.map(({ minute, early }, id): [number, Step] =>
    early === null ? [minute, join(`v${id}`, { minute })] : [minute, checkIn(minute, id)],
  );
  const calls = Array.from({ length: 300 / everyMinutes }, (_, nth): [number, Step] => {
    const minute = nth * everyMinutes + 0.5;
    return [minute, at(minute, { type: "call-next", queueId: "queue-a", counter: `c${nth}` })];
  });
  const steps = [...coming, ...calls].toSorted(([a], [b]) => a - b).map(([, step]) => step);
  return runCommands(shop, [...booked.filter((step) => step !== null), ...steps]);
};

/** Whoever was called, in order, with what of them waited then: told from the events alone. */
const callsOf = (run: Run) =>
  run.taken.flatMap(({ events, before }) =>
    events.flatMap((event) =>
      event.type === "ticket-called" ? [{ id: event.ticketId, at: event.at, before }] : [],
    ),
  );

describe("[O10] a day of bookings and walk-ins", () => {
  it("calls no more walk-ins before somebody whose time has come than the queue says", () => {
    fc.assert(
      fc.property(
        comers,
        arbitraryPolicy,
        walkInsAhead,
        fc.integer({ min: 2, max: 12 }),
        (people, policy, ahead, every) => {
          const run = dayOf(people, policy, ahead, every);
          const calls = callsOf(run);
          for (const [nth, { id, at: calledAt }] of calls.entries()) {
            const { dueAt, entry } = run.ledger.get(id) as Ticket;
            const issuedAt = run.events.find(({ seq }) => seq === entry)?.at ?? 0;
            if (dueAt === undefined || dueAt > calledAt) continue;
            const dueSince = Math.max(dueAt, issuedAt);
            const passed = calls.slice(0, nth).filter((other) => {
              const theirs = run.ledger.get(other.id)?.dueAt;
              const theyWereDue = theirs !== undefined && theirs <= other.at;
              return other.at >= dueSince && !theyWereDue;
            });
            expect(passed.length).toBeLessThanOrEqual(ahead);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it("[A8] first come first served, nobody who is early is called while a walk-in waits", () => {
    fc.assert(
      fc.property(
        comers,
        fc.constantFrom(0, 1, null),
        fc.integer({ min: 2, max: 12 }),
        (people, ahead, every) => {
          const run = dayOf(people, { kind: "fifo" }, ahead, every);
          for (const { id, at: calledAt, before } of callsOf(run)) {
            const { dueAt } = run.ledger.get(id) as Ticket;
            if (dueAt === undefined || dueAt <= calledAt) continue;
            const others = (lineOf({ state: before }) ?? []).filter((other) => other !== id);
            expect(others.filter((other) => before.tickets.get(other)?.dueAt === undefined)).toEqual([]);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it("[A8] while nobody is due, the walk-ins go as if there were no appointments", () => {
    fc.assert(
      fc.property(comers, arbitraryPolicy, fc.integer({ min: 2, max: 12 }), (people, policy, every) => {
        if (policy.kind === "ratio") return;
        const run = dayOf(people, policy, 1, every);
        for (const { before, at: calledAt } of callsOf(run)) {
          const line = (lineOf({ state: before }) ?? []).flatMap((id) => before.tickets.get(id) ?? []);
          if (line.some(({ dueAt }) => dueAt !== undefined && dueAt <= calledAt)) continue;
          const walkIns = line.filter(({ dueAt }) => dueAt === undefined);
          expect(walkIns.map(({ id }) => id)).toEqual(arrange(walkIns, policy, NO_TURN));
        }
        expect(run.state.at).toBeGreaterThanOrEqual(MORNING);
      }),
      { numRuns: 100 },
    );
  });
});
