import { describe, expect, it } from "vitest";
import type { Ticket } from "../queue/ticket.ts";
import {
  brokenNumberRules,
  brokenStateRules,
  brokenStepRules,
  join,
  joinAll,
  next,
  on,
  place,
  runCommands,
  shopWith,
  type Taken,
} from "./index.ts";

/** A checker that was never seen red proves nothing: each of these plants one fault. */
const run = runCommands(shopWith([{ policy: { kind: "priority", headStartMinutes: [10, 20] } }]), [
  ...joinAll("a", "b", "c"),
  join("d", { minute: 30 }),
  next("1"),
  place("c", 2),
]);
const { state, ledger } = run;

const withLine = (...line: string[]) => {
  const queue = state.queues.get("queue-a");
  if (queue === undefined) throw new Error("No queue-a.");
  return { ...state, queues: new Map([["queue-a", { ...queue, line }]]) };
};

const withTicket = (id: string, change: Partial<Ticket>) => {
  const ticket = state.tickets.get(id);
  if (ticket === undefined) throw new Error(`No ticket ${id}.`);
  const changed = { ...ticket, ...change };
  const tickets = new Map(state.tickets).set(id, changed);
  return { state: { ...state, tickets }, ledger: new Map(ledger).set(id, changed) };
};

const rulesOf = (faults: readonly string[]): string[] => [
  ...new Set(faults.map((fault) => fault.split(":")[0] ?? "")),
];

/** One step from the sound state to a tampered one, as if `command` had been accepted. */
const stepTo = (id: string, change: Partial<Ticket>): Taken => {
  const taken = runCommands(state, [on("a", "recall-ticket")]).taken[0];
  if (taken === undefined) throw new Error("No step.");
  return { ...taken, after: { ...withTicket(id, change).state, seq: taken.after.seq } };
};

describe("checkers", () => {
  it("find nothing in a sound state, step and run", () => {
    expect(brokenStateRules(state, ledger)).toEqual([]);
    expect(run.taken.flatMap(brokenStepRules)).toEqual([]);
    expect(brokenNumberRules(run)).toEqual([]);
  });

  it("see a ticket lost from, doubled in, or overtaking within a line", () => {
    expect(rulesOf(brokenStateRules(withLine("b", "c"), ledger))).toEqual(["O1"]);
    expect(rulesOf(brokenStateRules(withLine("b", "c", "d", "d"), ledger))).toEqual(["O1"]);
    expect(rulesOf(brokenStateRules(withLine("c", "b", "d"), ledger))).toEqual(["O6"]);
    expect(rulesOf(brokenStateRules(withLine("d", "c", "b"), ledger))).toEqual(["O3"]);
  });

  it("see a ticket that vanished or was forged", () => {
    const tickets = new Map(state.tickets);
    tickets.delete("a");
    expect(rulesOf(brokenStateRules({ ...state, tickets }, ledger))).toContain("T1");
    expect(rulesOf(brokenStateRules(withTicket("d", { partySize: 9 }).state, ledger))).toEqual(["T1"]);
  });

  it("see two tickets at one counter, and a counter that does not know", () => {
    const counterId = state.tickets.get("a")?.counterId ?? null;
    const double = withTicket("d", { status: "serving", counterId });
    expect(rulesOf(brokenStateRules(double.state, double.ledger))).toContain("C1");
    expect(rulesOf(brokenStateRules({ ...state, busy: new Map() }, ledger))).toEqual(["C1"]);
  });

  it("see an ended ticket that is kept for nothing, and a board that shows no call", () => {
    const kept = withTicket("d", { status: "cancelled" });
    expect(rulesOf(brokenStateRules(kept.state, kept.ledger))).toContain("F4");
    const unseen = withTicket("a", { calledAt: null });
    expect(rulesOf(brokenStateRules(unseen.state, unseen.ledger))).toEqual(["C6"]);
  });

  it("see a step that does not exist, a lost seniority, a jumping count and a place that grew", () => {
    expect(rulesOf(brokenStepRules(stepTo("b", { status: "serving" })))).toEqual(["T2"]);
    expect(rulesOf(brokenStepRules(stepTo("b", { joinedAt: 1 })))).toEqual(["T3"]);
    expect(rulesOf(brokenStepRules(stepTo("b", { outcome: "left" })))).toEqual(["T4"]);
    expect(rulesOf(brokenStepRules(stepTo("a", { calls: 3 })))).toEqual(["C5"]);
    expect(rulesOf(brokenStepRules(stepTo("c", { place: 3 })))).toEqual(["O7"]);
  });

  it("see a refusal that changed something, a call of somebody who did not wait, and a seq that slipped", () => {
    const refused = runCommands(state, [on("b", "start-service")]).taken[0];
    const called = runCommands(state, [next("2")]).taken[0];
    if (refused === undefined || called === undefined) throw new Error("No step.");
    expect(rulesOf(brokenStepRules({ ...refused, after: { ...state } }))).toEqual(["R2"]);
    const before = withTicket("b", { status: "called" }).state;
    expect(rulesOf(brokenStepRules({ ...called, before }))).toEqual(["C2"]);
    expect(rulesOf(brokenStepRules({ ...called, after: { ...called.after, seq: state.seq } }))).toEqual([
      "F1",
    ]);
    expect(rulesOf(brokenStepRules({ ...called, after: { ...called.after, at: 0 } }))).toEqual(["D1"]);
  });

  it("see a number that was skipped or misspelt", () => {
    const tampered = (change: { sequence?: number; number?: string }) => ({
      ...run,
      taken: run.taken.map((one) => ({
        ...one,
        events: one.events.map((event) =>
          event.type === "ticket-issued" && event.ticketId === "b" ? { ...event, ...change } : event,
        ),
      })),
    });
    expect(rulesOf(brokenNumberRules(tampered({ sequence: 3, number: "A003" })))).toEqual(["N1"]);
    expect(rulesOf(brokenNumberRules(tampered({ number: "A2" })))).toEqual(["N2"]);
  });
});
