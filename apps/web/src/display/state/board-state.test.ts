import type { DisplayTicket } from "@callnext/protocol";
import { describe, expect, it } from "vitest";
import type { BoardFacts } from "./board-facts.ts";
import { type BoardEvent, type BoardState, boardState, EMPTY_BOARD, isStale } from "./board-state.ts";
import { factsFromPoll } from "./facts-from-poll.ts";

const START = 1_000_000;
const settings = factsFromPoll(
  {
    display: {
      id: "d",
      name: "d",
      layout: "split",
      theme: { primaryColor: "", backgroundColor: "", textColor: "", logo: null },
    },
    tickets: [],
    waiting_stats: { q: 0 },
    timestamp: "",
    seq: 0,
    epoch: "e",
  },
  null,
).settings;

function ticket(id: string, calls: number, at: number, more: Partial<DisplayTicket> = {}): DisplayTicket {
  const called_at = new Date(START + at).toISOString();
  return {
    id,
    number: id,
    queue_name: "Q",
    queue_id: "q",
    status: "appele",
    called_at,
    counter: 1,
    agent_name: null,
    calls,
    ...more,
  };
}

function facts(seq: number, tickets: readonly DisplayTicket[], more: Partial<BoardFacts> = {}): BoardFacts {
  return {
    epoch: "e",
    seq,
    settings,
    queues: [{ id: "q", name: "Q", prefix: "A", waiting: 0 }],
    tickets,
    ...more,
  };
}

/** A board that learned these facts live, `at` ms after the start. */
function learn(state: BoardState, at: number, known: BoardFacts, stored = false): BoardState {
  return boardState(state, { type: "facts", facts: known, provedAt: START + at, stored, now: START + at });
}
const run = (state: BoardState, ...events: readonly BoardEvent[]): BoardState =>
  events.reduce(boardState, state);
const pending = (state: BoardState): readonly string[] => state.pending.map(({ key }) => key);
const live = learn(EMPTY_BOARD, 0, facts(1, []));

describe("[P10] each call is announced once", () => {
  it("announces a call and its recall, each once, however often they are told", () => {
    let state = learn(live, 100, facts(2, [ticket("A", 1, 90)]));
    state = learn(state, 200, facts(2, [ticket("A", 1, 90)]));
    expect(pending(state)).toEqual(["A:1"]);
    state = run(state, { type: "announcing" }, { type: "announced", key: "A:1" });
    state = learn(state, 300, facts(3, [ticket("A", 2, 290)]));
    state = learn(state, 400, facts(3, [ticket("A", 2, 290)]));
    expect(pending(state)).toEqual(["A:2"]);
    expect(state.announced).toBe(1);
  });
  it("keeps the order of the calls", () => {
    const state = learn(live, 100, facts(4, [ticket("C", 1, 93), ticket("B", 1, 92), ticket("A", 1, 91)]));
    expect(pending(state)).toEqual(["A:1", "B:1", "C:1"]);
  });
  it("shows but does not announce what stood there at the start, or in the store", () => {
    expect(pending(learn(EMPTY_BOARD, 0, facts(1, [ticket("A", 1, -9)])))).toEqual([]);
    const restored = learn(EMPTY_BOARD, -60_000, facts(1, [ticket("A", 1, -90_000)]), true);
    expect(restored.facts?.tickets).toHaveLength(1);
    expect(isStale(restored, START)).toBe(true);
    expect(pending(learn(restored, 0, facts(2, [ticket("B", 1, -5), ticket("A", 1, -90_000)])))).toEqual([]);
  });
  it("shows but does not announce the calls of an outage; a short silence is none", () => {
    expect(pending(learn(live, 8_000, facts(2, [ticket("A", 1, 4_000)])))).toEqual([]);
    expect(pending(learn(live, 7_999, facts(2, [ticket("A", 1, 4_000)])))).toEqual(["A:1"]);
  });
  it("drops a call that was retracted or recalled while it waited its turn", () => {
    let state = learn(live, 100, facts(3, [ticket("B", 1, 92), ticket("A", 1, 91)]));
    state = learn(state, 200, facts(4, [ticket("A", 1, 91)]));
    expect(pending(state)).toEqual(["A:1"]);
    state = learn(state, 300, facts(5, [ticket("A", 2, 290)]));
    expect(pending(state)).toEqual(["A:2"]);
  });
  it("takes no older call for news that moves up after a retraction, nor those of a queue it newly shows", () => {
    const before = learn(live, 100, facts(2, [ticket("B", 1, 90)]));
    expect(pending(learn(before, 200, facts(3, [ticket("OLD", 1, -5_000)])))).toEqual([]);
    const queues = [
      { id: "q", name: "Q", prefix: "A", waiting: 0 },
      { id: "new", name: "N", prefix: "N", waiting: 0 },
    ];
    const widened = learn(
      before,
      200,
      facts(3, [ticket("N", 1, 150, { queue_id: "new" }), ticket("B", 1, 90)], { queues }),
    );
    expect(pending(widened)).toEqual(["B:1"]);
  });
});

describe("[P6] the board never goes back", () => {
  it("ignores a late answer of a smaller seq", () => {
    const state = learn(learn(live, 100, facts(5, [ticket("A", 1, 90)])), 200, facts(4, []));
    expect(state.facts?.seq).toBe(5);
  });
  it("follows a new incarnation of the database when its proof is later", () => {
    expect(learn(live, 500, facts(1, [], { epoch: "f" })).facts?.epoch).toBe("f");
    const late = boardState(learn(live, 500, facts(9, [])), {
      type: "facts",
      facts: facts(99, [], { epoch: "f" }),
      provedAt: START + 400,
      stored: false,
      now: START + 600,
    });
    expect(late.facts?.epoch).toBe("e");
  });
});

describe("[P9] honest screens", () => {
  it("is stale after 8 s without proof, and not before", () => {
    expect(isStale(live, START + 7_999)).toBe(false);
    expect(isStale(live, START + 8_000)).toBe(true);
  });
  it("names a fault, and forgets it when newer facts come", () => {
    const fault = boardState(live, { type: "fault", kind: "inactive", at: START + 100 });
    expect(fault.fault?.kind).toBe("inactive");
    expect(learn(fault, 50, facts(2, [])).fault?.kind).toBe("inactive");
    expect(learn(fault, 200, facts(2, [])).fault).toBeNull();
    expect(learn(live, 200, facts(2, [], { queues: [] })).fault?.kind).toBe("without-queues");
    expect(learn(live, 200, facts(2, [], { settings: { ...settings, active: false } })).fault?.kind).toBe(
      "inactive",
    );
  });
  it("takes no old refusal for news", () => {
    expect(boardState(live, { type: "fault", kind: "unknown", at: START - 1 }).fault).toBeNull();
  });
});

describe("a display that is ours to show no more", () => {
  it("P14 leaves nothing on the screen and nothing to be called out", () => {
    const called = learn(live, 1_000, facts(2, [ticket("A001", 1, 1_000)]));
    expect(pending(called)).toHaveLength(1);
    const taken = boardState(called, { type: "fault", kind: "not-public", at: START + 2_000 });
    expect(taken).toEqual({ ...EMPTY_BOARD, fault: { kind: "not-public", at: START + 2_000 } });
    expect(learn(taken, 3_000, facts(3, [])).fault).toBeNull();
  });
});
