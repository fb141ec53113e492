import { describe, expect, it } from "vitest";
import {
  call,
  join,
  joinAll,
  lastRefusal,
  lineOf,
  next,
  on,
  place,
  runCommands,
  shopWith,
  testQueueConfig,
  ticketIn,
  transfer,
} from "../testing/index.ts";
import type { Policy } from "./queue.ts";

const under = (policy: Policy) => shopWith([{ policy }, { id: "queue-b", prefix: "B" }]);
const FIFO: Policy = { kind: "fifo" };
const RATIO: Policy = { kind: "ratio", ordinary: 2, priority: 1 };
const PRIORITY: Policy = { kind: "priority", headStartMinutes: [10, 60] };

describe("order", () => {
  it("[O2] fifo goes by seniority, whatever the priority", () => {
    const run = runCommands(under(FIFO), [join("x"), join("u", { priority: 2 }), join("y", { minute: 1 })]);
    expect(lineOf(run)).toEqual(["x", "u", "y"]);
  });

  it("[O3] a priority ticket passes those who came within its head start, and nobody else", () => {
    const run = runCommands(under(PRIORITY), [
      join("old", { minute: 0 }),
      join("new", { minute: 5 }),
      join("p", { minute: 11, priority: 1 }),
      join("u", { minute: 59, priority: 2 }),
      join("tie", { minute: 60, priority: 2 }),
    ]);
    expect(lineOf(run)).toEqual(["u", "old", "tie", "p", "new"]);
  });

  it("[O4] two ordinary turns, then a priority one; urgent first", () => {
    const run = runCommands(under(RATIO), [
      ...joinAll("o1", "o2", "o3", "o4", "o5"),
      join("p1", { priority: 1 }),
      join("u1", { priority: 2 }),
      join("p2", { priority: 1 }),
    ]);
    expect(lineOf(run)).toEqual(["o1", "o2", "u1", "o3", "o4", "p1", "o5", "p2"]);
    const called = runCommands(run.state, [next("1"), next("2")]);
    expect(lineOf(called)).toEqual(["u1", "o3", "o4", "p1", "o5", "p2"]);
    expect(called.state.queues.get("queue-a")?.turn).toEqual({ ordinary: 2, priority: 0 });
    expect(lineOf(runCommands(called.state, [on("o2", "retract-call")]))?.[0]).toBe("o2");
  });

  it("[O4] a class with nobody waiting gives its turn away", () => {
    const run = runCommands(under(RATIO), [
      join("p1", { priority: 1 }),
      join("p2", { priority: 1 }),
      next("1"),
    ]);
    expect(ticketIn(run, "p1").status).toBe("called");
    expect(lineOf(runCommands(run.state, [join("o1")]))).toEqual(["o1", "p2"]);
  });

  it("[O5] service level goes by the due time", () => {
    const run = runCommands(under({ kind: "service-level", targetMinutes: [30, 15, 0] }), [
      join("o", { minute: 0 }),
      join("late-p", { minute: 16, priority: 1 }),
      join("p", { minute: 17, priority: 1 }),
      join("u", { minute: 20, priority: 2 }),
    ]);
    expect(lineOf(run)).toEqual(["u", "o", "late-p", "p"]);
  });

  it("[O6] a ticket placed by hand stands there; beyond the end is last", () => {
    const start = runCommands(under(FIFO), joinAll("a", "b", "c", "d")).state;
    expect(lineOf(runCommands(start, [place("d", 1)]))).toEqual(["d", "a", "b", "c"]);
    expect(lineOf(runCommands(start, [place("a", 99)]))).toEqual(["b", "c", "d", "a"]);
    expect(lineOf(runCommands(start, [place("c", 2), place("d", 2), place("a", 3)]))).toEqual([
      "d",
      "c",
      "a",
      "b",
    ]);
    expect(ticketIn(runCommands(start, [place("b", 2)]), "b").place).toBe(2);
  });

  it("[O7] arrivals and urgent ones do not push back who was placed by hand; a leaver ahead moves them up", () => {
    const placed = runCommands(under(PRIORITY), [
      ...joinAll("a", "b", "c"),
      place("c", 2),
      join("u", { priority: 2 }),
    ]);
    expect(lineOf(placed)).toEqual(["u", "c", "a", "b"]);
    const left = runCommands(placed.state, [on("u", "cancel-ticket"), transfer("a", "queue-b")]);
    expect(lineOf(left)).toEqual(["c", "b"]);
    expect(ticketIn(left, "c").place).toBe(1);
  });

  it("[O7] two retracted calls give placed tickets their order back, the later call first", () => {
    const run = runCommands(under(FIFO), [
      ...joinAll("a", "b", "c"),
      place("c", 1),
      place("b", 2),
      next("1"),
      next("2"),
      on("b", "retract-call"),
      on("c", "retract-call"),
    ]);
    expect(lineOf(run)).toEqual(["c", "b", "a"]);
  });

  it("[O7] who was called from the middle and comes back is not put behind those who stood behind", () => {
    const run = runCommands(under(FIFO), [
      ...joinAll("a", "b", "c", "d"),
      place("c", 3),
      call("c", "1"),
      next("2"),
      next("3"),
      on("c", "retract-call"),
    ]);
    expect(lineOf(run)).toEqual(["c", "d"]);
  });

  it("[O8] is refused with the present order where the line changed otherwise than at its end", () => {
    const start = runCommands(under(FIFO), joinAll("a", "b", "c")).state;
    const seen = start.seq;
    const joined = runCommands(start, [...joinAll("d"), place("c", 1, seen)]);
    expect(lineOf(joined)).toEqual(["c", "a", "b", "d"]);
    const called = runCommands(start, [next("1"), place("c", 1, seen)]);
    expect(lastRefusal(called)).toEqual({ code: "order-changed", queueId: "queue-a", order: ["b", "c"] });
    expect(lineOf(runCommands(called.state, [place("c", 1, called.state.seq)]))).toEqual(["c", "b"]);
  });

  it("[O8] a ticket is placed in the queue where it waits", () => {
    const run = runCommands(under(FIFO), [join("b1", { queueId: "queue-b" }), place("b1", 1)]);
    expect(lastRefusal(run)).toMatchObject({ code: "wrong-state", wanted: "place" });
  });

  it("[G5] a changed policy orders the line anew; places given by hand stay", () => {
    const run = runCommands(under(FIFO), [
      ...joinAll("a", "b", "c"),
      join("u", { priority: 2 }),
      place("b", 1),
      { command: { type: "configure-queue", queue: testQueueConfig({ policy: PRIORITY }) } },
    ]);
    expect(lineOf(run)).toEqual(["b", "u", "a", "c"]);
    expect(run.state.queues.get("queue-a")?.lineSeq).toBe(run.state.seq);
  });
});
