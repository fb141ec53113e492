import { describe, expect, it } from "vitest";
import type { Appointment } from "../appointments/appointment.ts";
import type { ShopState } from "../queue/shop.ts";
import type { Ticket } from "../queue/ticket.ts";
import {
  book,
  bookingShop,
  brokenAppointmentRules,
  brokenAppointmentSteps,
  checkIn,
  join,
  keepTime,
  next,
  runCommands,
  type Taken,
} from "./index.ts";

/** A checker that was never seen red proves nothing: each of these plants one fault. */
const run = runCommands(bookingShop({ walkInsAhead: 1 }, {}, [{ lanes: 3 }]), [
  book(1, 60),
  book(2, 60),
  book(3, 50),
  join("w1", { minute: 10 }),
  join("w2", { minute: 11 }),
  checkIn(40, 1),
  checkIn(41, 3),
  keepTime(60),
]);
const { state } = run;

const withAppointment = (id: number, change: Partial<Appointment>): ShopState => {
  const appointment = state.appointments.get(id);
  if (appointment === undefined) throw new Error(`No appointment ${id}.`);
  return { ...state, appointments: new Map(state.appointments).set(id, { ...appointment, ...change }) };
};

const withTicket = (id: string, change: Partial<Ticket>): ShopState => {
  const ticket = state.tickets.get(id);
  if (ticket === undefined) throw new Error(`No ticket ${id}.`);
  return { ...state, tickets: new Map(state.tickets).set(id, { ...ticket, ...change }) };
};

const withLine = (...line: string[]): ShopState => {
  const queue = state.queues.get("queue-a");
  if (queue === undefined) throw new Error("No queue-a.");
  return { ...state, queues: new Map([["queue-a", { ...queue, line }]]) };
};

const rulesOf = (faults: readonly string[]): string[] => [
  ...new Set(faults.map((fault) => fault.split(":")[0] ?? "")),
];

const lastOf = (taken: readonly Taken[]): Taken => {
  const last = taken.at(-1);
  if (last === undefined) throw new Error("No step.");
  return last;
};

describe("the checkers of appointments", () => {
  it("find nothing wrong with a run of the rules", () => {
    expect(state.queues.get("queue-a")?.line).toEqual(["w1", "v3", "v1", "w2"]);
    expect(brokenAppointmentRules(state)).toEqual([]);
    expect(run.taken.flatMap(brokenAppointmentSteps)).toEqual([]);
  });

  it("see two in one lane", () => {
    expect(rulesOf(brokenAppointmentRules(withAppointment(2, { lane: 0 })))).toEqual(["A2"]);
  });

  it("see what a status does not allow", () => {
    expect(rulesOf(brokenAppointmentRules(withAppointment(2, { heldUntil: 1 })))).toEqual(["A3"]);
    expect(rulesOf(brokenAppointmentRules(withAppointment(2, { ticketId: "v1" })))).toEqual(["A1"]);
    expect(rulesOf(brokenAppointmentRules(withAppointment(2, { status: "cancelled" })))).toEqual(["A1"]);
  });

  it("see an appointment that does not follow its ticket", () => {
    expect(rulesOf(brokenAppointmentRules(withTicket("v1", { status: "completed" })))).toContain("A10");
    expect(rulesOf(brokenAppointmentRules(withAppointment(1, { ticketId: "nobody" })))).toContain("A10");
  });

  it("see seniority from before the booked time, and somebody due too early or not told", () => {
    expect(rulesOf(brokenAppointmentRules(withTicket("v1", { joinedAt: 0 })))).toEqual(["A8"]);
    const early = brokenAppointmentRules({ ...state, at: state.at - 1 });
    expect(rulesOf(early)).toEqual(["A9"]);
    expect(rulesOf(brokenAppointmentRules(withTicket("v3", { due: false })))).toContain("A9");
  });

  it("see too many walk-ins before somebody who is due, and the later booked one first", () => {
    expect(rulesOf(brokenAppointmentRules(withLine("w1", "w2", "v3", "v1")))).toEqual(["O10"]);
    expect(rulesOf(brokenAppointmentRules(withLine("w1", "v1", "v3", "w2")))).toEqual(["O10"]);
    expect(rulesOf(brokenAppointmentRules(withTicket("v3", { walkInsPassed: 1 })))).toEqual(["O10"]);
  });

  it("see a call that passes somebody once too often, and time that was not told", () => {
    const called = lastOf(runCommands(state, [next("1")]).taken);
    const before = withTicket("v1", { walkInsPassed: 1 });
    expect(rulesOf(brokenAppointmentSteps({ ...called, before }))).toEqual(["O10"]);
    const late = lastOf(runCommands(state, [join("w3", { minute: 61 })]).taken);
    const after = { ...late.after, at: late.after.at + 60 * 60_000 };
    expect(rulesOf(brokenAppointmentSteps({ ...late, after }))).toEqual(["A9"]);
  });
});
