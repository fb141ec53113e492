import type { DisplayTicket } from "@callnext/protocol";
import { describe, expect, it } from "vitest";
import { emptyState, isStale, learnAnswer, learnFrame, type LiteAnswer, provedByPong } from "./lite-state.ts";

const ticket = (number: string, more: Partial<DisplayTicket> = {}): DisplayTicket => ({
  id: `id-${number}`,
  number,
  queue_name: "Consultations",
  queue_id: "q1",
  status: "appele",
  called_at: `2026-11-22T10:00:${number.slice(-2)}.000Z`,
  counter: 3,
  agent_name: null,
  calls: 1,
  ...more,
});

const answer = (seq: number, tickets: readonly DisplayTicket[], epoch = "e1"): LiteAnswer => ({
  display: {} as LiteAnswer["display"],
  tickets,
  queues: [{ id: "q1", name: "Consultations", waiting: 2 }],
  timestamp: "2026-11-22T10:00:00.000Z",
  seq,
  epoch,
});

const numbers = (tickets: readonly DisplayTicket[]): string[] => tickets.map(({ number }) => number);

describe("what the board for old sets knows", () => {
  it("P10 shows what it finds at the start and announces only what is called after it", () => {
    const state = emptyState();
    learnAnswer(state, answer(5, [ticket("A001")]), 1_000, 1_000);
    expect([numbers(state.tickets), state.pending]).toEqual([["A001"], []]);
    learnAnswer(state, answer(9, [ticket("A003"), ticket("A002"), ticket("A001")]), 2_000, 2_000);
    expect(numbers(state.pending)).toEqual(["A002", "A003"]);
  });

  it("P1 takes a call from the socket once, whichever way it comes again", () => {
    const state = emptyState();
    learnAnswer(state, answer(5, []), 1_000, 1_000);
    const called = { type: "ticket_called", ticket: ticket("A001"), seq: 7, epoch: "e1" };
    learnFrame(state, called, 1_100);
    learnFrame(state, called, 1_200);
    learnAnswer(state, answer(7, [ticket("A001")]), 1_300, 1_300);
    expect([numbers(state.tickets), numbers(state.pending)]).toEqual([["A001"], ["A001"]]);
    learnFrame(state, { ...called, seq: 8, ticket: ticket("A001", { calls: 2 }) }, 1_400);
    expect(state.pending.map(({ calls }) => calls)).toEqual([2]);
  });

  it("never goes back within an epoch, and takes another epoch only with a later proof", () => {
    const state = emptyState();
    learnAnswer(state, answer(9, [ticket("A002")]), 1_000, 1_000);
    expect(learnAnswer(state, answer(8, [ticket("A001")]), 2_000, 2_000)).toBe(false);
    expect(learnAnswer(state, answer(1, [], "e2"), 900, 2_000)).toBe(false);
    expect(numbers(state.tickets)).toEqual(["A002"]);
    expect(learnAnswer(state, answer(1, [], "e2"), 1_500, 2_000)).toBe(true);
    expect(state.tickets).toEqual([]);
  });

  it.each([
    ["a refresh", { type: "refresh" }],
    ["a frame that is not the last of its event", { type: "ticket_called", ticket: ticket("A001") }],
    ["another epoch", { type: "ticket_called", ticket: ticket("A001"), seq: 9, epoch: "e2" }],
  ])("proves nothing by a pong after %s, until a poll begun later came", (_, frame) => {
    const state = emptyState();
    learnAnswer(state, answer(5, []), 1_000, 1_000);
    learnFrame(state, frame, 2_000);
    provedByPong(state, 2_500);
    expect([state.tickets, state.provedAt]).toEqual([[], 1_000]);
    learnAnswer(state, answer(5, []), 1_900, 2_600);
    provedByPong(state, 2_700);
    expect(state.provedAt).toBe(1_900);
    learnAnswer(state, answer(9, [ticket("A001")]), 2_800, 2_900);
    provedByPong(state, 3_000);
    expect([numbers(state.tickets), state.provedAt]).toEqual([["A001"], 3_000]);
  });

  it("shows the calls of an outage without announcing them, and says that it is stale after 8 s", () => {
    const state = emptyState();
    expect(isStale(state, 0)).toBe(true);
    learnAnswer(state, answer(5, []), 1_000, 1_000);
    provedByPong(state, 4_000);
    provedByPong(state, 2_000);
    expect([isStale(state, 11_999), isStale(state, 12_000)]).toEqual([false, true]);
    learnAnswer(state, answer(6, [ticket("A001")]), 12_500, 12_600);
    expect([numbers(state.tickets), state.pending]).toEqual([["A001"], []]);
  });

  it("drops an announcement whose call was retracted while it waited", () => {
    const state = emptyState();
    learnAnswer(state, answer(5, []), 1_000, 1_000);
    learnAnswer(state, answer(7, [ticket("A002"), ticket("A001")]), 2_000, 2_000);
    const retracted = ticket("A002", { status: "en_attente" });
    learnFrame(state, { type: "ticket_updated", ticket: retracted, seq: 8, epoch: "e1" }, 2_100);
    expect(numbers(state.pending)).toEqual(["A001"]);
  });
});
