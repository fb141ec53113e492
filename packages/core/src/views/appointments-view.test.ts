import { describe, expect, it } from "vitest";
import type { Appointment } from "../appointments/appointment.ts";
import { emptyShop } from "../queue/empty-shop.ts";
import type { Shop, ShopState } from "../queue/shop.ts";
import {
  testAppointment,
  testDisplay,
  testProvider,
  testQueue,
  testService,
  testShop,
  testTicket,
  viewInput,
} from "../testing/index.ts";
import { appointmentsShown } from "./appointments-shown.ts";
import { appointmentsOnWire, appointmentsView } from "./appointments-view.ts";
import { displayView } from "./display-view.ts";
import { documentAppointments } from "./document-appointments.ts";
import { publicView } from "./public-view.ts";
import { queueItems } from "./queue-items.ts";
import { staffView } from "./staff-view.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** On 7 March 2026 in Los Angeles, where clocks go forward the night after; the day turns at four. */
const NOON = Date.parse("2026-03-07T20:00:00Z");
const FOUR = Date.parse("2026-03-07T12:00:00Z");

const shopOf = (appointments: readonly Appointment[], change: Partial<Shop> = {}): ShopState => ({
  ...emptyShop(testShop({ timeZone: "America/Los_Angeles", ...change }), NOON),
  services: new Map([[1, testService({ id: 1, name: "Cut", durationMinutes: 15 })]]),
  providers: new Map([
    ["provider-1", testProvider()],
    ["awa", testProvider({ id: "awa", staffId: 7, name: "" })],
  ]),
  appointments: new Map(appointments.map((appointment) => [appointment.id, appointment])),
});

const named = { masked: false };
const masked = { masked: true };

describe("the appointments of a calendar", () => {
  it("are those of the service day and the seven after it, by time, over a change of clocks too", () => {
    // Seven days of 24 hours and one of 23.
    const end = FOUR + 8 * DAY - HOUR;
    const starts = [end, end - 1, NOON, FOUR, FOUR - 1];
    const state = shopOf(starts.map((start, index) => testAppointment(start, { id: index + 1 })));
    expect(appointmentsShown(state)).toMatchObject({ from: FOUR, until: end, more: false });
    expect(appointmentsOnWire(viewInput(state), named).map(({ id }) => id)).toEqual([4, 3, 2]);
    const next = { ...state, serviceDay: "2026-03-08" };
    expect(appointmentsOnWire(viewInput(next), named).map(({ id }) => id)).toEqual([2, 1]);
  });

  it("tell when somebody is away, and not why", () => {
    const absence = { from: "2026-03-07T09:00", until: "2026-03-07T11:00", reason: "ill" };
    const away = new Map([["provider-1", testProvider({ absences: [absence] })]]);
    const { providers } = appointmentsView(viewInput({ ...shopOf([]), providers: away }), named);
    expect(providers["provider-1"]?.absences).toEqual([{ from: absence.from, until: absence.until }]);
  });

  it("are at most 500, and then say so", () => {
    const many = Array.from({ length: 501 }, (_, index) =>
      testAppointment(NOON + index, { id: 501 - index }),
    );
    const { calendar, appointments } = appointmentsView(viewInput(shopOf(many)), named);
    expect(calendar.self.more).toBe(true);
    expect(Object.keys(appointments)).toHaveLength(500);
    expect(appointments["501"]).toBeDefined();
    expect(appointments["1"]).toBeUndefined();
  });

  it("are the identical objects again while nothing in them changed, in both ways of showing names", () => {
    const state = shopOf([testAppointment(NOON)]);
    const later = { ...state, seq: 9, queues: new Map([["queue-a", testQueue({ id: "queue-a" })]]) };
    const [first, again] = [state, later].map((each) => appointmentsOnWire(viewInput(each), named)[0]);
    expect(again).toBe(first);
    const hidden = appointmentsOnWire(viewInput(later), masked)[0];
    expect(appointmentsOnWire(viewInput(state), masked)[0]).toBe(hidden);
    expect(hidden).not.toBe(first);
  });

  it("carry the person where one is booked, and a room by its name", () => {
    const state = shopOf([
      testAppointment(NOON, { id: 1 }),
      testAppointment(NOON, { id: 2, providerId: "awa" }),
    ]);
    const awa = { id: 7, full_name: "Dr. Awa Diop" };
    expect(appointmentsOnWire(viewInput(state), named)).toMatchObject([
      { provider_name: "Room 1", barber_id: null, barber: null, employee_id: null, employee: null },
      { provider_name: "Dr. Awa Diop", barber_id: 7, barber: awa, employee_id: 7, employee: awa },
    ]);
  });

  it("P14 tell those who may not see visitors a shortened name and nothing else of them", () => {
    const state = shopOf([testAppointment(NOON)]);
    const bookers = new Map([
      [1, { fullName: "Jane Smith", phone: "+221770000000", email: "jane@x.example", notes: "Short" }],
    ]);
    const show = (shop: Partial<Shop>, audience: typeof named) => {
      const input = viewInput({ ...state, shop: { ...state.shop, ...shop } }, { bookers });
      const [only] = appointmentsOnWire(input, audience);
      return [only?.full_name, only?.phone_number, only?.email, only?.notes];
    };
    expect(show({}, named)).toEqual(["Jane Smith", "+221770000000", "jane@x.example", "Short"]);
    expect(show({}, masked)).toEqual(["Jane S.", null, null, null]);
    expect(show({ publicNames: true }, masked)).toEqual(["Jane Smith", null, null, null]);
    const nobody = viewInput(state, { bookers: new Map() });
    expect(appointmentsOnWire(nobody, named)[0]?.full_name).toBeNull();
    expect(documentAppointments(nobody, named)[0]?.full_name).toBe("");
  });

  it("have holds among them for staff, and none for the first document", () => {
    const state = shopOf([
      testAppointment(NOON, { id: 1, status: "held", heldUntil: NOON }),
      testAppointment(NOON + HOUR, { id: 2 }),
    ]);
    const { appointments } = appointmentsView(viewInput(state), named);
    expect(appointments["1"]).toMatchObject({ status: "held", held_until: new Date(NOON).toISOString() });
    expect(documentAppointments(viewInput(state), named).map(({ id }) => id)).toEqual([2]);
  });
});

describe("a ticket that came by appointment", () => {
  const booked = testTicket({ id: "booked", number: "A001", queueId: "queue-a", appointmentId: 1 });
  const ticket = { ...booked, dueAt: NOON, wantedStaffId: 7 };
  const walkIn = testTicket({ id: "walk-in", number: "A002", queueId: "queue-a" });
  const time = new Date(NOON).toISOString();
  const stateOf = (status: "waiting" | "called"): ShopState => ({
    ...shopOf([testAppointment(NOON, { status: "checked_in", ticketId: "booked" })]),
    queues: new Map([
      [
        "queue-a",
        testQueue({
          id: "queue-a",
          line: status === "waiting" ? ["booked", "walk-in"] : ["walk-in"],
          recentCalls: status === "called" ? ["booked"] : [],
        }),
      ],
    ]),
    displays: new Map([["display-1", testDisplay({ id: "display-1", queueIds: ["queue-a"] })]]),
    tickets: new Map([
      ["booked", { ...ticket, status, calledAt: status === "called" ? NOON : null }],
      ["walk-in", walkIn],
    ]),
  });

  it("is marked with its time for the desk, the room, the boards and the first document; a walk-in is not", () => {
    const waiting = viewInput(stateOf("waiting"));
    const { tickets } = staffView(waiting);
    expect(tickets["booked"]).toMatchObject({
      appointment_id: 1,
      appointment_time: time,
      wanted_staff_id: 7,
      wanted_name: "Dr. Awa Diop",
    });
    expect(tickets["walk-in"]).toMatchObject({ appointment_id: null, appointment_time: null });
    expect(publicView(waiting).queues["queue-a"]?.appointments).toEqual({ A001: time });
    expect(queueItems(waiting, named)).toMatchObject([
      { ticket_id: "booked", appointment_time: time, appointment_id: 1, barber_id: 7 },
      { ticket_id: "walk-in", appointment_time: null, appointment_id: null, barber_id: null },
    ]);
    const called = viewInput(stateOf("called"));
    expect(publicView(called).calls["A001"]).toMatchObject({ appointment_time: time });
    expect(displayView(called, "display-1")?.tickets["booked"]).toMatchObject({ appointment_time: time });
  });
});
