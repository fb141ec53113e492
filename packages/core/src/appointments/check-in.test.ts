import { describe, expect, it } from "vitest";
import {
  appointmentIn,
  at,
  book,
  bookingShop,
  call,
  checkIn,
  join,
  keepTime,
  lastRefusal,
  lineOf,
  MINUTE,
  MORNING,
  next,
  on,
  onAppointment,
  place,
  runCommands,
  ticketIn,
  transfer,
  VISITOR,
} from "../testing/index.ts";
import { nextMoment } from "./next-moment.ts";

describe("checking in", () => {
  it("[A6] opens some time before, and is over some time after; staff are not held to the first", () => {
    const rules = { checkInEarlyMinutes: 30, checkInLateMinutes: 15 };
    const start = runCommands(bookingShop({}, rules), [book(1, 60)]).state;
    const refusalAt = (minute: number, by = VISITOR) =>
      lastRefusal(runCommands(start, [checkIn(minute, 1, by)]));
    const opens = MORNING + 30 * MINUTE;
    expect(refusalAt(29)).toEqual({ code: "check-in-too-early", appointmentId: 1, opens });
    expect([refusalAt(30), refusalAt(74), refusalAt(5, { kind: "staff", id: 7 })]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(refusalAt(75)).toEqual({
      code: "check-in-over",
      appointmentId: 1,
      closed: MORNING + 75 * MINUTE,
    });
  });

  it("[A6] staff check nobody in for another day", () => {
    const start = runCommands(bookingShop(), [book(1, 24 * 60)]).state;
    expect(lastRefusal(runCommands(start, [checkIn(10, 1)]))).toMatchObject({ code: "check-in-too-early" });
  });

  it("[A7] makes a ticket in the queue for the service, numbered like the others", () => {
    const shop = runCommands(bookingShop({}, {}, [{ staffId: 9 }]), [
      {
        command: {
          type: "configure-queue",
          queue: {
            id: "queue-s",
            name: "By service",
            prefix: "S",
            policy: { kind: "fifo" },
            capacity: null,
            serviceIds: [1],
            targetWaitMinutes: 20,
            archived: false,
            rank: 9,
          },
        },
      },
    ]).state;
    const run = runCommands(shop, [book(1, 60), join("w", { queueId: "queue-s" }), checkIn(50, 1, VISITOR)]);
    expect(ticketIn(run, "v1")).toMatchObject({
      number: "S002",
      serviceId: 1,
      appointmentId: 1,
      dueAt: MORNING + 60 * MINUTE,
      wantedStaffId: 9,
      joinedBy: "visitor",
    });
    expect(appointmentIn(run, 1)).toMatchObject({ status: "checked_in", ticketId: "v1" });
  });

  it("[A7] neither opening hours nor a paused, closed or full queue keep a booked visitor out", () => {
    const shop = bookingShop({ capacity: 1 });
    for (const status of ["paused", "closed"] as const) {
      const run = runCommands(shop, [
        book(1, 60),
        join("w"),
        { command: { type: "set-queue-status", queueId: "queue-a", status } },
        checkIn(60, 1, VISITOR),
      ]);
      expect(lineOf(run)).toHaveLength(2);
    }
  });

  it("[A7] in a shop without a queue for the service, nobody can", () => {
    const shop = bookingShop({ serviceIds: [] });
    const run = runCommands(shop, [
      { command: { type: "configure-service", service: { ...serviceTwo, id: 2 } } },
      { command: { type: "configure-queue", queue: { ...queueOf(shop), serviceIds: [2] } } },
      book(1, 60),
      checkIn(60, 1),
    ]);
    expect(lastRefusal(run)).toEqual({ code: "queue-not-found", queueId: "" });
  });

  it("[A1] happens once, and not under a ticket's id that is taken", () => {
    const run = runCommands(bookingShop(), [book(1, 60), checkIn(50, 1), checkIn(51, 1)]);
    expect(lastRefusal(run)).toMatchObject({ code: "wrong-appointment-state", status: "checked_in" });
    const taken = runCommands(bookingShop(), [book(1, 60), join("v1"), checkIn(50, 1)]);
    expect(lastRefusal(taken)).toEqual({ code: "ticket-exists", ticketId: "v1" });
  });
});

const serviceTwo = { name: "Vaccination", durationMinutes: 5, archived: false };
const queueOf = (shop: ReturnType<typeof bookingShop>) => {
  const queue = shop.queues.get("queue-a");
  if (queue === undefined) throw new Error("No queue-a.");
  return queue;
};

describe("early arrival is not waiting", () => {
  it("[A8] whoever comes before the booked time stands behind the walk-ins who come before it", () => {
    const run = runCommands(bookingShop(), [
      book(1, 60),
      checkIn(30, 1),
      join("w1", { minute: 40 }),
      join("w2", { minute: 59 }),
    ]);
    expect(lineOf(run)).toEqual(["w1", "w2", "v1"]);
    expect(ticketIn(run, "v1").joinedAt).toBe(MORNING + 60 * MINUTE);
  });

  it("[A8] and is called when nobody else waits", () => {
    const run = runCommands(bookingShop(), [book(1, 60), checkIn(30, 1), next("1")]);
    expect(ticketIn(run, "v1")).toMatchObject({ status: "called" });
  });

  it("[A9] once the time has come, at most so many walk-ins are called before", () => {
    const lineAt60 = (walkInsAhead: number | null) =>
      lineOf(
        runCommands(bookingShop({ walkInsAhead }), [
          book(1, 60),
          checkIn(30, 1),
          ...["w1", "w2", "w3"].map((id) => join(id, { minute: 40 })),
          keepTime(60),
        ]),
      );
    expect(lineAt60(0)).toEqual(["v1", "w1", "w2", "w3"]);
    expect(lineAt60(1)).toEqual(["w1", "v1", "w2", "w3"]);
    expect(lineAt60(2)).toEqual(["w1", "w2", "v1", "w3"]);
    expect(lineAt60(null)).toEqual(["w1", "w2", "w3", "v1"]);
  });

  it("[A9] the first command after the time tells it, and one that is refused tells nothing", () => {
    const start = runCommands(bookingShop(), [book(1, 60), checkIn(30, 1)]).state;
    expect(nextMoment(start)).toBe(MORNING + 60 * MINUTE);
    const run = runCommands(start, [
      at(60, { type: "call-next", queueId: "nowhere", counter: "1" }),
      at(61, { type: "call-next", queueId: "queue-a", counter: "1" }),
    ]);
    expect(run.taken[0]?.events).toEqual([]);
    expect(run.events.map(({ type }) => type)).toEqual([
      "appointment-due",
      "counter-configured",
      "ticket-called",
    ]);
    expect(nextMoment(run.state)).toBeNull();
  });

  it("[A9] whoever comes late is due at once", () => {
    const run = runCommands(bookingShop({ walkInsAhead: 0 }), [
      book(1, 60),
      join("w1", { minute: 40 }),
      checkIn(65, 1),
    ]);
    expect(lineOf(run)).toEqual(["v1", "w1"]);
    expect(ticketIn(run, "v1").joinedAt).toBe(MORNING + 65 * MINUTE);
  });

  it("[A9] is due also when it came while the visitor was called", () => {
    const run = runCommands(bookingShop({ walkInsAhead: 0 }), [
      book(1, 60),
      checkIn(30, 1),
      next("1"),
      join("w1", { minute: 40 }),
      keepTime(60),
      on("v1", "retract-call"),
    ]);
    expect(lineOf(run)).toEqual(["v1", "w1"]);
  });

  it("[A9] and when it came while the visitor was away", () => {
    const run = runCommands(bookingShop({ walkInsAhead: 0 }), [
      book(1, 60),
      checkIn(50, 1),
      at(51, { type: "call-next", queueId: "queue-a", counter: "1" }),
      at(52, { type: "mark-no-show", ticketId: "v1" }),
      join("w1", { minute: 53 }),
      at(61, { type: "return-ticket", ticketId: "v1" }),
    ]);
    expect(lineOf(run)).toEqual(["v1", "w1"]);
    expect(ticketIn(run, "v1").due).toBe(true);
  });
});

describe("who is due and waits", () => {
  const two = () =>
    runCommands(bookingShop({ walkInsAhead: 1 }, {}, [{ lanes: 3 }]), [
      book(1, 60),
      book(2, 50),
      ...["w1", "w2", "w3"].map((id) => join(id, { minute: 10 })),
      checkIn(45, 1),
      checkIn(46, 2),
      keepTime(60),
    ]);

  it("[O10] comes in the order of booked times, with the walk-ins that may be before the first of them", () => {
    expect(lineOf(two())).toEqual(["w1", "v2", "v1", "w2", "w3"]);
  });

  it("[O10] counts whom staff chose out of turn, and comes next then", () => {
    const run = runCommands(two().state, [call("w3", "1")]);
    expect(lineOf(run)).toEqual(["v2", "v1", "w1", "w2"]);
  });

  it("[O10] [C4] does not count a call that was taken back", () => {
    const run = runCommands(two().state, [next("1"), on("w1", "retract-call")]);
    expect(lineOf(run)).toEqual(["w1", "v2", "v1", "w2", "w3"]);
    const other = runCommands(two().state, [call("w3", "1"), next("2"), on("w3", "retract-call")]);
    expect(lineOf(other)).toEqual(["w1", "v1", "w2", "w3"]);
  });

  it("[O10] counts a call that stands, though a later one of the same visitor was taken back", () => {
    const run = runCommands(two().state, [
      next("1"),
      call("v1", "2"),
      on("w1", "mark-no-show"),
      on("w1", "return-ticket"),
      call("w1", "1"),
      on("w1", "retract-call"),
      on("v1", "retract-call"),
    ]);
    expect(ticketIn(run, "v1").walkInsPassed).toBe(1);
    expect(ticketIn(run, "v2").walkInsPassed).toBe(1);
  });

  it("[O6] stands behind a place given by hand all the same", () => {
    const run = runCommands(two().state, [place("w3", 1)]);
    expect(lineOf(run)).toEqual(["w3", "v2", "v1", "w1", "w2"]);
  });

  it("[T7] keeps its right in another queue", () => {
    const shop = runCommands(two().state, [
      {
        command: {
          type: "configure-queue",
          queue: { ...queueOf(two().state), id: "queue-b", prefix: "B", walkInsAhead: 0 },
        },
      },
      join("x", { queueId: "queue-b" }),
      transfer("v1", "queue-b"),
    ]);
    expect(lineOf(shop, "queue-b")).toEqual(["v1", "x"]);
  });
});

describe("one visit", () => {
  const called = () => runCommands(bookingShop(), [book(1, 60), checkIn(60, 1), next("1")]).state;

  it("[A10] ends with its ticket", () => {
    const served = runCommands(called(), [on("v1", "start-service"), on("v1", "complete-ticket")]);
    expect(appointmentIn(served, 1).status).toBe("completed");
    const left = runCommands(called(), [on("v1", "cancel-ticket", VISITOR)]);
    expect(appointmentIn(left, 1)).toMatchObject({ status: "cancelled", cancelledBy: "visitor" });
    const away = runCommands(called(), [on("v1", "mark-no-show")]);
    expect(appointmentIn(away, 1).status).toBe("no_show");
    const back = runCommands(away.state, [on("v1", "return-ticket")]);
    expect(appointmentIn(back, 1).status).toBe("checked_in");
  });

  it("[A10] ends from the side of the appointment too", () => {
    const serving = runCommands(called(), [on("v1", "start-service")]).state;
    const done = runCommands(serving, [onAppointment(70, 1, "complete-appointment")]);
    expect(ticketIn(done, "v1").status).toBe("completed");
    const away = runCommands(called(), [onAppointment(70, 1, "mark-appointment-no-show")]);
    expect(ticketIn(away, "v1").status).toBe("no_show");
    const gone = runCommands(called(), [onAppointment(70, 1, "cancel-appointment")]);
    expect(ticketIn(gone, "v1")).toMatchObject({ status: "cancelled", outcome: "removed" });
    expect(appointmentIn(gone, 1).status).toBe("cancelled");
  });

  it("[A2] [A10] whose time was given to somebody else comes back to the line alone", () => {
    const run = runCommands(called(), [
      on("v1", "mark-no-show"),
      book(2, 60),
      on("v1", "return-ticket"),
      on("v1", "cancel-ticket", VISITOR),
    ]);
    const [, , back] = run.taken;
    expect(back?.after.tickets.get("v1")?.status).toBe("waiting");
    expect(back?.after.appointments.get(1)).toMatchObject({ status: "no_show", ticketId: null });
    expect(appointmentIn(run, 1).status).toBe("no_show");
    expect(appointmentIn(run, 2).status).toBe("scheduled");
  });

  it("[A10] a restored one has a new ticket, and the old one no more say", () => {
    const run = runCommands(called(), [
      on("v1", "mark-no-show"),
      onAppointment(62, 1, "restore-appointment"),
      at(63, { type: "check-in-appointment", appointmentId: 1, ticketId: "second" }),
      at(64, { type: "return-ticket", ticketId: "v1" }),
      at(65, { type: "cancel-ticket", ticketId: "v1" }),
    ]);
    expect(appointmentIn(run, 1)).toMatchObject({ status: "checked_in", ticketId: "second" });
  });
});
