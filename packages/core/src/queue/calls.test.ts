import { describe, expect, it } from "vitest";
import {
  at,
  call,
  joinAll,
  lastRefusal,
  lineOf,
  MINUTE,
  MORNING,
  next,
  on,
  place,
  runCommands,
  shopWith,
  testCounter,
  ticketIn,
} from "../testing/index.ts";
import { RECENT_CALLS } from "./queue.ts";

const many = Array.from({ length: RECENT_CALLS + 2 }, (_, index) => `t${index + 1}`);

describe("calls and counters", () => {
  it("[C1] a counter with a ticket refuses another, and names the one it has", () => {
    const run = runCommands(shopWith(), [...joinAll("x", "y"), next("1"), next(" 1 ")]);
    expect(lastRefusal(run)).toEqual({ code: "counter-busy", counter: "1", ticketId: "x", number: "A001" });
    const serving = runCommands(run.state, [on("x", "start-service"), call("y", "1")]);
    expect(lastRefusal(serving)).toMatchObject({ code: "counter-busy", ticketId: "x" });
    const done = runCommands(serving.state, [on("x", "complete-ticket"), call("y", "1")]);
    expect(ticketIn(done, "y").status).toBe("called");
  });

  it("[C2] call-next takes the head of the line, call-ticket anybody; the agent is noted", () => {
    const run = runCommands(shopWith(), [...joinAll("x", "y", "z"), call("y", "1"), next("2")]);
    expect(lineOf(run)).toEqual(["z"]);
    expect(ticketIn(run, "x")).toMatchObject({ status: "called", agentId: 7, calls: 1, calledAt: MORNING });
    expect(lastRefusal(runCommands(run.state, [call("y", "3")]))).toMatchObject({ code: "wrong-state" });
  });

  it("[C3] a new label makes the counter where the shop allows it", () => {
    const run = runCommands(shopWith(), [...joinAll("x"), next("  Box 4 ")]);
    expect(run.taken.at(-1)?.events.map(({ type }) => type)).toEqual(["counter-configured", "ticket-called"]);
    expect([...run.state.counters.values()].map(({ label }) => label)).toEqual(["Box 4"]);
    const strict = shopWith([{}], { newCountersByLabel: false });
    const refused = { code: "counter-not-found", counter: "Box 4" };
    expect(lastRefusal(runCommands(strict, [...joinAll("x"), next("Box 4")]))).toEqual(refused);
    const known = runCommands(strict, [
      { command: { type: "configure-counter", counter: testCounter({ label: " Box 4 " }) } },
      ...joinAll("x"),
      next("Box 4"),
    ]);
    expect(ticketIn(known, "x").counterId).toBe("counter-1");
    expect(lastRefusal(runCommands(shopWith(), [...joinAll("x"), next("  ")]))?.code).toBe(
      "counter-not-found",
    );
  });

  it("[C4] a retracted call leaves the line as it was, places given by hand included", () => {
    const before = runCommands(shopWith(), [...joinAll("x", "y", "z"), place("z", 2)]);
    const run = runCommands(before.state, [next("1"), on("x", "retract-call")]);
    expect(lineOf(run)).toEqual(["x", "z", "y"]);
    expect(ticketIn(run, "x")).toMatchObject({
      status: "waiting",
      calledAt: null,
      counterId: null,
      agentId: null,
      calls: 1,
    });
    expect(run.state.queues.get("queue-a")?.recentCalls).toEqual([]);
    expect(run.state.busy.size).toBe(0);
  });

  it("[C5] [C6] a recall renews the call and makes it the newest", () => {
    const run = runCommands(shopWith(), [
      ...joinAll("x", "y"),
      next("1"),
      next("2"),
      at(2, { type: "recall-ticket", ticketId: "x" }),
    ]);
    expect(ticketIn(run, "x")).toMatchObject({ calls: 2, calledAt: MORNING + 2 * MINUTE });
    expect(run.state.queues.get("queue-a")?.recentCalls).toEqual(["x", "y"]);
  });

  it("[C6] [F4] the ten newest calls stay, and ended tickets with them", () => {
    const run = runCommands(shopWith(), [
      ...joinAll(...many),
      ...many.flatMap((id) => [next("1"), on(id, "start-service"), on(id, "complete-ticket")]),
    ]);
    expect(run.state.queues.get("queue-a")?.recentCalls).toEqual(many.toReversed().slice(0, RECENT_CALLS));
    expect([...run.state.tickets.keys()]).toEqual(many.slice(-RECENT_CALLS));
    expect(ticketIn(run, "t1").outcome).toBe("served");
  });

  it("[C7] nobody waiting is queue-empty and makes no counter", () => {
    const run = runCommands(shopWith(), [next("9")]);
    expect(lastRefusal(run)).toEqual({ code: "queue-empty", queueId: "queue-a" });
    expect(run.state.counters.size).toBe(0);
  });
});
