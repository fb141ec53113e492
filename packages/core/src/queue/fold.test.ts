import { describe, expect, it } from "vitest";
import {
  at,
  joinAll,
  next,
  on,
  rowsOf,
  runCommands,
  shopWith,
  testAppointment,
  type Step,
  testTicket,
  ticketIn,
} from "../testing/index.ts";
import { fold, foldWithChanges } from "./fold.ts";
import { RECENT_CALLS } from "./queue.ts";
import { rebuildState } from "./rebuild-state.ts";
import { KEPT_NO_SHOWS } from "./shop.ts";

const missed = (ids: readonly string[]): Step[] => [
  ...joinAll(...ids),
  ...ids.flatMap((id) => [next("1"), on(id, "mark-no-show")]),
];
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `t${index + 1}`);

describe("fold", () => {
  it("[F1] throws on a gap, a repetition and an event that contradicts the state", () => {
    const start = shopWith();
    const { events, state } = runCommands(start, [...joinAll("x", "y"), next("1")]);
    expect(() => fold(start, events.slice(1))).toThrow(/does not follow/);
    expect(() => fold(state, events.slice(-1))).toThrow(/does not follow/);
    const again = events.slice(-1).map((event, index) => ({ ...event, seq: state.seq + 1 + index }));
    expect(() => fold(state, again)).toThrow(/does not stand|second ticket/);
  });

  it("[F1] throws where a counter would get two tickets or a number come twice", () => {
    const { events, state } = runCommands(shopWith(), [...joinAll("x", "y"), next("1")]);
    const called = events.find(({ type }) => type === "ticket-called");
    if (called?.type !== "ticket-called") throw new Error("Nobody was called.");
    expect(() => fold(state, [{ ...called, ticketId: "y", seq: state.seq + 1 }])).toThrow(/second ticket/);
    const issued = events.find(({ type }) => type === "ticket-issued");
    if (issued?.type !== "ticket-issued") throw new Error("Nobody joined.");
    expect(() => fold(state, [{ ...issued, ticketId: "z", seq: state.seq + 1 }])).toThrow(/after 2/);
  });

  it("[F4] gives the last form of a ticket that thereby leaves the state", () => {
    const before = runCommands(shopWith(), joinAll("x")).state;
    const { events } = runCommands(before, [on("x", "cancel-ticket")]);
    const { state, changedTickets } = foldWithChanges(before, events);
    expect(state.tickets.has("x")).toBe(false);
    expect(changedTickets.get("x")).toMatchObject({ status: "cancelled", outcome: "removed" });
  });

  it("[F4] a ticket that left the recent calls while on hold leaves the state when it is completed", () => {
    const run = runCommands(shopWith(), [
      ...joinAll("held", ...numbered(RECENT_CALLS)),
      next("1"),
      on("held", "start-service"),
      on("held", "hold-ticket"),
      ...numbered(RECENT_CALLS).flatMap((id) => [next("2"), on(id, "mark-no-show")]),
      { command: { type: "resume-ticket", ticketId: "held", counter: null } },
      on("held", "complete-ticket"),
    ]);
    expect(run.state.tickets.has("held")).toBe(false);
    expect(ticketIn(run, "held").outcome).toBe("served");
  });

  it("[F4] keeps the day's newest no-shows, and no other day's", () => {
    const ids = numbered(KEPT_NO_SHOWS + 3);
    const run = runCommands(shopWith(), missed(ids));
    expect([...run.state.tickets.keys()]).toEqual(ids.slice(3));
    expect(rebuildState(rowsOf(run.state))).toEqual(run.state);
    // Storage may hand over more than is kept.
    expect(rebuildState({ ...rowsOf(run.state), tickets: [...run.ledger.values()] })).toEqual(run.state);
    const nextDay = runCommands(run.state, [at(24 * 60, { type: "start-service-day" })]).state;
    expect(nextDay.tickets.size).toBe(0);
  });

  it("[D4] a new day clears ended calls off the boards; open tickets and those within grace stay", () => {
    const start = shopWith([{}], { graceMinutes: 30 });
    const run = runCommands(start, [
      ...joinAll("served", "missed", "called"),
      next("1"),
      on("served", "start-service"),
      on("served", "complete-ticket"),
      next("1"),
      at(20 * 60 - 10, { type: "mark-no-show", ticketId: "missed" }),
      next("1"),
      at(20 * 60 + 10, { type: "start-service-day" }),
    ]);
    expect(run.state.serviceDay).toBe("2026-11-23");
    expect(run.state.queues.get("queue-a")?.recentCalls).toEqual(["called", "missed"]);
    expect(run.state.tickets.has("served")).toBe(false);
    expect(ticketIn(runCommands(run.state, [on("missed", "return-ticket")]), "missed").status).toBe(
      "waiting",
    );
  });

  it("[F5] rows that contradict each other throw", () => {
    const run = runCommands(shopWith(), [...joinAll("x", "y"), next("1")]);
    const rows = rowsOf(run.state);
    const counterId = ticketIn(run, "x").counterId;
    const stray = testTicket({ id: "z", entry: 9 });
    expect(() => rebuildState({ ...rows, tickets: [...rows.tickets, stray] })).toThrow(
      /does not hold exactly/,
    );
    const second = testTicket({ id: "z", status: "serving", counterId });
    expect(() => rebuildState({ ...rows, tickets: [...rows.tickets, second] })).toThrow(/two tickets/);
    expect(() => rebuildState({ ...rows, tickets: [ticketIn(run, "y")] })).toThrow(
      /called ticket x is missing/,
    );
    const elsewhere = testTicket({ id: "z", status: "on_hold", queueId: "nowhere" });
    expect(() => rebuildState({ ...rows, tickets: [...rows.tickets, elsewhere] })).toThrow(
      /queue nowhere is missing/,
    );
    const visit = testAppointment(0, { status: "checked_in", ticketId: "gone" });
    expect(() => rebuildState({ ...rows, appointments: [visit] })).toThrow(/without an open ticket/);
  });
});
