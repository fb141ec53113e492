import { describe, expect, it } from "vitest";
import { fold } from "../queue/fold.ts";
import {
  appointmentIn,
  at,
  book,
  bookingShop,
  checkIn,
  keepTime,
  lastRefusal,
  MINUTE,
  MORNING,
  onAppointment,
  runCommands,
  type Step,
  VISITOR,
  wish,
} from "../testing/index.ts";
import { nextMoment } from "./next-moment.ts";

const hold = (minute: number, id: number, startMinute: number): Step =>
  at(minute, { type: "hold-slot", minutes: null, ...wish(id, startMinute) }, VISITOR);

const move = (minute: number, appointmentId: number, startMinute: number, by?: Step["by"]): Step =>
  at(
    minute,
    {
      type: "move-appointment",
      appointmentId,
      start: MORNING + startMinute * MINUTE,
      providerId: null,
      serviceId: null,
    },
    by,
  );

describe("a hold", () => {
  it("[A3] keeps others out until its time is over, and then lets them in", () => {
    const run = runCommands(bookingShop(), [hold(0, 1, 60), book(2, 60)]);
    expect(lastRefusal(run)).toEqual({ code: "slot-taken", start: MORNING + 60 * MINUTE });
    const later = runCommands(run.state, [at(10, { type: "book-appointment", ...wish(2, 60) })]);
    expect(later.events.map(({ type }) => type)).toEqual(["slot-released", "appointment-booked"]);
    expect([...later.state.appointments.keys()]).toEqual([2]);
  });

  it("[A3] is booked as it is, even when nobody could take that slot any more", () => {
    const run = runCommands(bookingShop({}, { leadMinutes: 60 }), [
      hold(0, 1, 60),
      at(5, { type: "book-appointment", ...wish(1, 60) }, VISITOR),
    ]);
    expect(appointmentIn(run, 1)).toMatchObject({ status: "scheduled", heldUntil: null });
  });

  it("[A3] goes to the slot that is wanted in the end", () => {
    const run = runCommands(bookingShop(), [
      hold(0, 1, 60),
      hold(1, 1, 90),
      book(2, 60),
      at(3, { type: "book-appointment", ...wish(1, 120) }, VISITOR),
      book(3, 90),
    ]);
    expect(lastRefusal(run)).toBeUndefined();
    expect(appointmentIn(run, 1).start).toBe(MORNING + 120 * MINUTE);
  });

  it("[A3] is let go by who made it, and by nobody once it is an appointment", () => {
    const run = runCommands(bookingShop(), [hold(0, 1, 60), onAppointment(1, 1, "release-slot", VISITOR)]);
    expect(run.state.appointments.size).toBe(0);
    const booked = runCommands(bookingShop(), [book(1, 60), onAppointment(1, 1, "release-slot")]);
    expect(lastRefusal(booked)).toEqual({
      code: "wrong-appointment-state",
      appointmentId: 1,
      status: "scheduled",
      wanted: "release",
    });
  });
});

describe("booking", () => {
  it("[A1] takes an id once", () => {
    const run = runCommands(bookingShop(), [book(1, 60), book(1, 120)]);
    expect(lastRefusal(run)).toEqual({ code: "appointment-exists", appointmentId: 1 });
  });

  it("[A2] never gives one lane to two, not even to staff; as many lanes, as many visitors", () => {
    const run = runCommands(bookingShop({}, {}, [{ lanes: 2 }]), [
      book(1, 60),
      book(2, 70),
      book(3, 65),
      book(4, 75),
    ]);
    expect(run.taken.map(({ decision }) => decision.ok)).toEqual([true, true, false, true]);
    expect([1, 2, 4].map((id) => appointmentIn(run, id).lane)).toEqual([0, 1, 0]);
  });

  it("[A2] an event that books over somebody contradicts the state", () => {
    const booked = runCommands(bookingShop(), [book(1, 60)]);
    const [event] = booked.events;
    if (event?.type !== "appointment-booked") throw new Error("It was booked.");
    const forged = { ...event, appointmentId: 2, seq: event.seq + 1 };
    expect(() => fold(booked.state, [forged])).toThrow("over appointment 1");
  });

  it("[A4] visitors move and cancel until the shop's time for it, staff whenever", () => {
    const start = runCommands(bookingShop({}, { cancelMinutes: 30 }), [book(1, 60)]).state;
    const until = MORNING + 30 * MINUTE;
    for (const step of [onAppointment(31, 1, "cancel-appointment", VISITOR), move(31, 1, 120, VISITOR)])
      expect(lastRefusal(runCommands(start, [step]))).toEqual({
        code: "too-late-to-change",
        appointmentId: 1,
        until,
      });
    for (const step of [
      onAppointment(30, 1, "cancel-appointment", VISITOR),
      onAppointment(31, 1, "cancel-appointment"),
      move(31, 1, 120),
    ])
      expect(lastRefusal(runCommands(start, [step]))).toBeUndefined();
  });
});

describe("moving", () => {
  it("[A5] takes the new slot and lets the old one go, or leaves everything as it was", () => {
    const run = runCommands(bookingShop(), [book(1, 60), book(2, 90), move(1, 1, 90)]);
    expect(lastRefusal(run)).toEqual({ code: "slot-taken", start: MORNING + 90 * MINUTE });
    expect(appointmentIn(run, 1).start).toBe(MORNING + 60 * MINUTE);
    const moved = runCommands(run.state, [move(2, 1, 120), book(3, 60)]);
    expect(lastRefusal(moved)).toBeUndefined();
    expect(appointmentIn(moved, 1).start).toBe(MORNING + 120 * MINUTE);
  });

  it("[A5] over its own old time, and stays with its provider where that one is free", () => {
    const shop = bookingShop({}, {}, [{}, { id: "provider-2", rank: 2 }]);
    const run = runCommands(shop, [book(1, 60, { providerId: "provider-2" }), move(1, 1, 65)]);
    expect(appointmentIn(run, 1)).toMatchObject({ providerId: "provider-2", lane: 0 });
    const full = runCommands(run.state, [book(2, 120, { providerId: "provider-2" }), move(2, 1, 120)]);
    expect(appointmentIn(full, 1).providerId).toBe("provider-1");
  });

  it("[A5] forgets what was said of coming to the old time", () => {
    const run = runCommands(bookingShop(), [
      book(1, 60),
      onAppointment(5, 1, "say-on-my-way", VISITOR),
      at(6, { type: "mark-appointment-late", appointmentId: 1, minutes: 10 }),
      move(7, 1, 120),
    ]);
    expect(appointmentIn(run, 1)).toMatchObject({ onMyWayAt: null, lateMinutes: null });
  });
});

describe("what ends an appointment", () => {
  it("[A9] nobody came by the end of the time for it, which grows by what was said", () => {
    const start = runCommands(bookingShop({}, { checkInLateMinutes: 15 }), [book(1, 60), book(2, 90)]).state;
    const late = runCommands(start, [
      at(70, { type: "mark-appointment-late", appointmentId: 1, minutes: 10 }),
      keepTime(84),
    ]);
    expect(appointmentIn(late, 1).status).toBe("scheduled");
    const missed = runCommands(late.state, [keepTime(85)]);
    expect(missed.events.map(({ type }) => type)).toEqual(["appointment-missed"]);
    expect(nextMoment(missed.state)).toBe(MORNING + 105 * MINUTE);
  });

  it("[A12] stays until the service day is over, and with a ticket that may come back beyond it", () => {
    const run = runCommands(bookingShop({}, {}, [{ lanes: 2 }]), [
      book(1, 60),
      book(2, 3 * 24 * 60),
      book(3, 4 * 24 * 60),
      onAppointment(1, 1, "cancel-appointment"),
      onAppointment(1, 2, "cancel-appointment"),
    ]);
    expect([...run.state.appointments.keys()]).toEqual([1, 2, 3]);
    // 04:00 of the next day.
    const morning = runCommands(run.state, [at(20 * 60, { type: "start-service-day" })]);
    expect([...morning.state.appointments.keys()]).toEqual([3]);

    const night = runCommands(bookingShop(), [
      book(1, 19 * 60 + 50),
      checkIn(19 * 60 + 50, 1),
      at(19 * 60 + 55, { type: "call-next", queueId: "queue-a", counter: "1" }),
      at(19 * 60 + 58, { type: "mark-no-show", ticketId: "v1" }),
      at(20 * 60, { type: "start-service-day" }),
      at(20 * 60 + 1, { type: "return-ticket", ticketId: "v1" }),
    ]);
    expect(appointmentIn(night, 1).status).toBe("checked_in");
  });

  it("[A11] is taken back where its slot is still free, in another lane if need be", () => {
    const cancelled = runCommands(bookingShop({}, {}, [{ lanes: 2 }]), [
      book(1, 60),
      onAppointment(1, 1, "cancel-appointment"),
      book(2, 60),
    ]).state;
    const other = runCommands(cancelled, [onAppointment(2, 1, "restore-appointment")]);
    expect(appointmentIn(other, 1)).toMatchObject({ status: "scheduled", lane: 1, cancelledBy: null });
    const full = runCommands(cancelled, [book(3, 60), onAppointment(2, 1, "restore-appointment")]);
    expect(lastRefusal(full)).toEqual({ code: "slot-taken", start: MORNING + 60 * MINUTE });
  });

  it("[A11] who is restored after the time is late, and has the time to check in anew", () => {
    const run = runCommands(bookingShop({}, { checkInLateMinutes: 15 }), [
      book(1, 60),
      keepTime(75),
      onAppointment(80, 1, "restore-appointment"),
    ]);
    expect(appointmentIn(run, 1)).toMatchObject({ status: "scheduled", lateMinutes: 21 });
    expect(lastRefusal(runCommands(run.state, [checkIn(95, 1, VISITOR)]))).toBeUndefined();
    expect(lastRefusal(runCommands(run.state, [checkIn(96, 1, VISITOR)]))).toMatchObject({
      code: "check-in-over",
    });
  });

  it("[A1] a visit without a ticket is completed by hand", () => {
    const run = runCommands(bookingShop(), [book(1, 60), onAppointment(70, 1, "complete-appointment")]);
    expect(appointmentIn(run, 1).status).toBe("completed");
  });
});
