import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  arbitraryShop,
  arbitrarySteps,
  brokenAppointmentRules,
  brokenAppointmentSteps,
  brokenNumberRules,
  brokenStateRules,
  brokenStepRules,
  REFUSAL_CODES,
  rowsOf,
  runCommands,
  takeStep,
} from "../testing/index.ts";
import type { ShopEvent } from "./events.ts";
import { fold } from "./fold.ts";
import { rebuildState } from "./rebuild-state.ts";
import type { TicketStatus } from "./ticket.ts";

const RUNS = { numRuns: 250 };

const STATUSES: readonly TicketStatus[] = [
  "waiting",
  "called",
  "serving",
  "on_hold",
  "completed",
  "no_show",
  "cancelled",
];

const EVENTS: readonly ShopEvent["type"][] = [
  "shop-configured",
  "service-configured",
  "queue-configured",
  "queue-status-changed",
  "counter-configured",
  "display-configured",
  "display-refreshed",
  "service-day-started",
  "ticket-issued",
  "ticket-called",
  "ticket-recalled",
  "call-retracted",
  "service-started",
  "ticket-held",
  "ticket-resumed",
  "ticket-completed",
  "ticket-no-show",
  "ticket-returned",
  "ticket-transferred",
  "ticket-cancelled",
  "ticket-placed",
  "presence-confirmed",
  "ticket-service-changed",
  "ticket-assigned",
  "provider-configured",
  "slot-held",
  "appointment-booked",
  "slot-released",
  "appointment-moved",
  "appointment-cancelled",
  "appointment-checked-in",
  "appointment-due",
  "visitor-on-the-way",
  "appointment-late",
  "appointment-missed",
  "appointment-restored",
  "appointment-completed",
];

describe("random command sequences", () => {
  it("[T1] [T2] [O1] [C1] [C2] [O3] [O7] [O10] [R1] [A1] [A2] [A8] [A9] [A10] break no rule at any step", () => {
    fc.assert(
      fc.property(arbitraryShop, arbitrarySteps(120), (start, steps) => {
        const ledger = new Map(start.tickets);
        let state = start;
        for (const step of steps) {
          const { changedTickets, ...taken } = takeStep(state, step(state, ledger));
          for (const [id, ticket] of changedTickets) ledger.set(id, ticket);
          expect(brokenStepRules(taken)).toEqual([]);
          expect(brokenAppointmentSteps(taken)).toEqual([]);
          if (taken.events.length > 0) {
            expect(brokenStateRules(taken.after, ledger)).toEqual([]);
            expect(brokenAppointmentRules(taken.after)).toEqual([]);
          }
          state = taken.after;
        }
      }),
      RUNS,
    );
  });

  it("[N1] [N2] numbers are consecutive in issue order per queue and service day", () => {
    fc.assert(
      fc.property(arbitraryShop, arbitrarySteps(120), (start, steps) => {
        expect(brokenNumberRules(runCommands(start, steps))).toEqual([]);
      }),
      RUNS,
    );
  });

  it("[F2] folding all events at once, one by one, and rebuilding from rows give the same state", () => {
    fc.assert(
      fc.property(arbitraryShop, arbitrarySteps(120), (start, steps) => {
        const { state, events } = runCommands(start, steps);
        expect(fold(start, events)).toEqual(state);
        const oneByOne = events.reduce((before, event) => fold(before, [event]), start);
        expect(oneByOne).toEqual(state);
        expect(rebuildState(rowsOf(state))).toEqual(state);
        const withoutLines = {
          ...rowsOf(state),
          queues: rowsOf(state).queues.map((queue) => ({ ...queue, line: undefined })),
        };
        expect(rebuildState(withoutLines)).toEqual(state);
      }),
      RUNS,
    );
  });

  it("[F3] deciding and folding leave the state they were given as it was", () => {
    fc.assert(
      fc.property(arbitraryShop, arbitrarySteps(40), (start, steps) => {
        const { taken } = runCommands(start, steps);
        for (const { before, step } of taken) {
          const copy = JSON.stringify([rowsOf(before), [...before.busy]]);
          takeStep(before, step);
          expect(JSON.stringify([rowsOf(before), [...before.busy]])).toBe(copy);
        }
      }),
      RUNS,
    );
  });

  it("[C4] a call retracted at once leaves every line as it was", () => {
    fc.assert(
      fc.property(arbitraryShop, arbitrarySteps(80), fc.nat(), (start, steps, nth) => {
        const { state } = runCommands(start, steps);
        const waiting = [...state.tickets.values()].filter((ticket) => ticket.status === "waiting");
        const chosen = waiting[nth % Math.max(1, waiting.length)];
        if (chosen === undefined) return;
        const shop = { ...state.shop, newCountersByLabel: true };
        const run = runCommands(state, [
          { command: { type: "configure-shop", shop } },
          { command: { type: "call-ticket", ticketId: chosen.id, counter: "a counter of its own" } },
          { command: { type: "retract-call", ticketId: chosen.id } },
        ]);
        for (const queue of state.queues.values()) {
          const after = run.state.queues.get(queue.id);
          expect(after?.line).toEqual(queue.line);
          expect(after?.turn).toEqual(queue.turn);
        }
      }),
      RUNS,
    );
  });

  it("reach every status, every event and every refusal but three, else the properties above prove little", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbitraryShop, arbitrarySteps(120), (start, steps) => {
        const run = runCommands(start, steps);
        for (const event of run.events) seen.add(event.type);
        for (const ticket of run.ledger.values()) seen.add(ticket.status);
        for (const { decision } of run.taken) if (!decision.ok) seen.add(decision.refusal.code);
      }),
      { numRuns: 300, seed: 20261122 },
    );
    // So short a run fills no shop and no calendar, and the doors of these shops are always open.
    const unseen = ["shop-full", "shop-closed", "too-many-appointments"];
    const codes = [...REFUSAL_CODES].filter((code) => !unseen.includes(code));
    expect([...codes, ...STATUSES, ...EVENTS].filter((wanted) => !seen.has(wanted))).toEqual([]);
  });
});
