import { describe, expect, it } from "vitest";
import {
  at,
  call,
  join,
  joinAll,
  lastRefusal,
  lineOf,
  MINUTE,
  MORNING,
  next,
  on,
  runCommands,
  shopWith,
  type Step,
  ticketIn,
  transfer,
} from "../testing/index.ts";
import type { TicketStatus } from "./ticket.ts";

const TWO_QUEUES = [{}, { id: "queue-b", prefix: "B", name: "Pharmacie" }];

const TO: Readonly<Record<TicketStatus, readonly Step[]>> = {
  waiting: [join("x")],
  called: [join("x"), next("1")],
  serving: [join("x"), next("1"), on("x", "start-service")],
  on_hold: [join("x"), next("1"), on("x", "start-service"), on("x", "hold-ticket")],
  completed: [join("x"), next("1"), on("x", "start-service"), on("x", "complete-ticket")],
  no_show: [join("x"), next("1"), on("x", "mark-no-show")],
  // Called before: a ticket cancelled while it waits leaves the state at once.
  cancelled: [join("x"), next("1"), on("x", "cancel-ticket")],
};

const STEPS: Readonly<Record<string, readonly [Step, ...TicketStatus[]]>> = {
  call: [call("x", "2"), "waiting"],
  recall: [on("x", "recall-ticket"), "called"],
  retract: [on("x", "retract-call"), "called"],
  start: [on("x", "start-service"), "called"],
  complete: [on("x", "complete-ticket"), "serving"],
  "no-show": [on("x", "mark-no-show"), "called"],
  return: [on("x", "return-ticket"), "no_show"],
  hold: [on("x", "hold-ticket"), "serving"],
  resume: [{ command: { type: "resume-ticket", ticketId: "x", counter: null } }, "on_hold"],
  transfer: [transfer("x", "queue-b"), "waiting", "called", "serving", "on_hold"],
  cancel: [on("x", "cancel-ticket"), "waiting", "called"],
  "confirm-presence": [on("x", "confirm-presence"), "waiting", "called", "no_show"],
  place: [
    { command: { type: "place-ticket", ticketId: "x", queueId: "queue-a", place: 1, seenSeq: null } },
    "waiting",
  ],
};

describe("ticket life", () => {
  for (const [wanted, [step, ...from]] of Object.entries(STEPS)) {
    it(`[T2] ${wanted} exists from ${from.join(", ")} and from nowhere else`, () => {
      for (const [status, way] of Object.entries(TO)) {
        const run = runCommands(shopWith(TWO_QUEUES), [...way, step]);
        const expected = from.some((one) => one === status)
          ? undefined
          : { code: "wrong-state", ticketId: "x", status, wanted };
        expect(lastRefusal(run), `${wanted} from ${status}`).toEqual(expected);
      }
    });
  }

  it("[T2] a ticket nobody knows is ticket-not-found", () => {
    for (const [step] of Object.values(STEPS))
      expect(lastRefusal(runCommands(shopWith(TWO_QUEUES), [step]))).toEqual({
        code: "ticket-not-found",
        ticketId: "x",
      });
  });

  it("[T4] a visitor leaves, anybody else removes", () => {
    const run = runCommands(shopWith(), [
      ...joinAll("x", "y"),
      on("x", "cancel-ticket", { kind: "visitor" }),
      on("y", "cancel-ticket"),
    ]);
    expect(ticketIn(run, "x")).toMatchObject({ status: "cancelled", outcome: "left", endedAt: MORNING });
    expect(ticketIn(run, "y")).toMatchObject({ status: "cancelled", outcome: "removed" });
  });

  it("[T5] a no-show returns to its seniority until the grace time is over", () => {
    const steps = [...joinAll("x", "y"), next("1"), on("x", "mark-no-show")];
    const inTime = runCommands(shopWith(), [...steps, at(15, { type: "return-ticket", ticketId: "x" })]);
    expect(lineOf(inTime)).toEqual(["x", "y"]);
    expect(ticketIn(inTime, "x")).toMatchObject({
      status: "waiting",
      outcome: null,
      endedAt: null,
      counterId: null,
      calls: 1,
    });
    const late = at(15, { type: "return-ticket", ticketId: "x" });
    const tooLate = runCommands(shopWith(), [...steps, { ...late, now: MORNING + 15 * MINUTE + 1 }]);
    expect(lastRefusal(tooLate)).toEqual({ code: "grace-over", ticketId: "x" });
  });

  it("[T6] a hold frees the counter, and service time excludes it", () => {
    const run = runCommands(shopWith(), [
      ...joinAll("x", "y"),
      next("1"),
      on("x", "start-service"),
      at(5, { type: "hold-ticket", ticketId: "x" }),
      next("1"),
      { command: { type: "resume-ticket", ticketId: "x", counter: null } },
    ]);
    expect(lastRefusal(run)).toMatchObject({ code: "counter-busy", ticketId: "y", number: "A002" });
    const resumed = runCommands(run.state, [
      on("y", "mark-no-show"),
      at(25, { type: "resume-ticket", ticketId: "x", counter: null }),
      at(27, { type: "complete-ticket", ticketId: "x" }),
    ]);
    expect(ticketIn(resumed, "x")).toMatchObject({
      status: "completed",
      outcome: "served",
      heldMs: 20 * MINUTE,
    });
    expect(resumed.state.queues.get("queue-a")?.recentServices.map(({ seconds }) => seconds)).toEqual([
      7 * 60,
    ]);
  });

  it("[T6] resumes at another counter where one is named", () => {
    const run = runCommands(shopWith(), [
      ...TO.on_hold,
      { command: { type: "resume-ticket", ticketId: "x", counter: "2" } },
    ]);
    const counter = run.state.counters.get(ticketIn(run, "x").counterId ?? "");
    expect(counter?.label).toBe("2");
    expect([...run.state.busy]).toEqual([[counter?.id, "x"]]);
  });

  it("[T3] [T7] [N4] a transfer keeps number and seniority and forgets the call", () => {
    const run = runCommands(shopWith(TWO_QUEUES), [
      join("x", { minute: 0 }),
      join("y", { queueId: "queue-b", minute: 5 }),
      next("1"),
      on("x", "start-service"),
      at(6, { type: "transfer-ticket", ticketId: "x", queueId: "queue-b" }),
      join("z", { queueId: "queue-b", minute: 7 }),
    ]);
    expect(lineOf(run, "queue-b")).toEqual(["x", "y", "z"]);
    expect(ticketIn(run, "x")).toMatchObject({
      number: "A001",
      joinedAt: MORNING,
      queueId: "queue-b",
      issuedQueueId: "queue-a",
      status: "waiting",
      calledAt: null,
      startedAt: null,
      counterId: null,
      agentId: null,
      calls: 1,
    });
    expect(ticketIn(run, "z").number).toBe("B002");
    expect(run.state.busy.size).toBe(0);
    expect(run.state.queues.get("queue-a")?.recentCalls).toEqual([]);
    expect(run.state.queues.get("queue-a")?.recentServices).toHaveLength(1);
  });

  it("[T7] transfers neither to the same, an unknown, nor a closed queue; a full or paused one takes it", () => {
    const start = runCommands(shopWith([{}, { id: "queue-b", prefix: "B", capacity: 0 }]), [join("x")]).state;
    const status = (value: "paused" | "closed"): Step => ({
      command: { type: "set-queue-status", queueId: "queue-b", status: value },
    });
    expect(lastRefusal(runCommands(start, [transfer("x", "queue-a")]))).toEqual({
      code: "same-queue",
      queueId: "queue-a",
    });
    expect(lastRefusal(runCommands(start, [transfer("x", "q")]))).toEqual({
      code: "queue-not-found",
      queueId: "q",
    });
    const closed = runCommands(start, [status("closed"), transfer("x", "queue-b")]);
    expect(lastRefusal(closed)).toEqual({ code: "queue-closed", queueId: "queue-b" });
    const paused = runCommands(start, [status("paused"), transfer("x", "queue-b")]);
    expect(lineOf(paused, "queue-b")).toEqual(["x"]);
  });

  it("[T8] presence is noted, and brings a no-show back", () => {
    const run = runCommands(shopWith(), [
      join("x"),
      next("1"),
      on("x", "mark-no-show"),
      at(3, { type: "confirm-presence", ticketId: "x" }, { kind: "visitor" }),
    ]);
    expect(run.taken.at(-1)?.events.map(({ type }) => type)).toEqual([
      "ticket-returned",
      "presence-confirmed",
    ]);
    expect(ticketIn(run, "x")).toMatchObject({ status: "waiting", presentAt: MORNING + 3 * MINUTE });
  });
});
