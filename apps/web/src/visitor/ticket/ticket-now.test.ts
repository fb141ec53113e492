import type { PublicCall, PublicQueue, PublicView } from "@callnext/protocol";
import { describe, expect, it } from "vitest";
import type { TicketAnswer } from "../wire.ts";
import { type LiveView, outdated, ticketNow } from "./ticket-now.ts";

const answer: TicketAnswer = {
  ticket_id: "t",
  number: "A003",
  queue_id: "q",
  queue_name: "Consultations",
  service_name: "",
  native_status: "waiting",
  position: 3,
  ahead: 2,
  wait: { p10: 0, p50: 12, p90: 20 },
  counter: null,
  calls: 0,
  called_at: null,
  outcome: null,
  shop_id: 1,
  shop_slug: "s",
  shop_name: "S",
  tenant_slug: "t",
  can_leave: true,
  seq: 10,
  epoch: "e",
};

function room(
  seq: number,
  lines: Readonly<Record<string, readonly string[]>>,
  calls: readonly PublicCall[] = [],
): LiveView {
  const queues: Record<string, PublicQueue> = {};
  for (const [name, line] of Object.entries(lines)) {
    const waits = line.map((_, index) => [5 * index, 9 * index, 3 * index] as const);
    queues[name] = {
      id: name,
      name,
      prefix: "A",
      status: "open",
      rank: 0,
      capacity: null,
      service_ids: [],
      waits,
      longer_than_usual: false,
      line,
      appointments: {},
    };
  }
  const hours = {
    monday: [],
    tuesday: [],
    wednesday: [],
    thursday: [],
    friday: [],
    saturday: [],
    sunday: [],
  };
  const shop = {
    id: 1,
    slug: "s",
    name: "S",
    address: "",
    time_zone: "UTC",
    locale: "fr",
    opening_hours: hours,
    tenant_slug: "t",
    tenant_name: "T",
  };
  const view: PublicView = {
    shop: { self: shop },
    queues,
    services: {},
    calls: Object.fromEntries(calls.map((call) => [call.number, call])),
  };
  return { view, seq, epoch: "e" };
}
const call = (status: PublicCall["status"], calls = 1): PublicCall => ({
  number: "A003",
  queue_id: "Consultations",
  status,
  counter: "3",
  calls,
  called_at: null,
});

describe("ticketNow", () => {
  it("takes place and wait from the newer of the two", () => {
    expect(ticketNow(answer, room(9, { Consultations: ["A003"] }))).toMatchObject({
      place: 3,
      wait: [12, 20, 0],
    });
    expect(ticketNow(answer, room(11, { Consultations: ["A002", "A003"] }))).toMatchObject({
      place: 2,
      wait: [5, 9, 3],
    });
  });
  it("tells the booked time by the shop's clock, in the line and when called", () => {
    const live = room(11, { Consultations: ["A003"] });
    const queue = live.view.queues["Consultations"];
    if (queue === undefined) throw new Error("The room has the queue");
    const appointments = { A003: "2026-11-22T14:30:00Z" };
    const queues = { Consultations: { ...queue, appointments } };
    expect(ticketNow(answer, live).bookedTime).toBeNull();
    expect(ticketNow(answer, { ...live, view: { ...live.view, queues } }).bookedTime).toBe("14:30");
  });
  it("follows a transfer with its number", () => {
    const moved = room(11, { Consultations: [], Pharmacie: ["B001", "A003"] });
    const now = ticketNow(answer, moved);
    expect(now).toMatchObject({ number: "A003", queueName: "Pharmacie", place: 2 });
    expect(outdated(answer, now, moved)).toBe(true);
  });
  it("shows the call with its counter at once", () => {
    const now = ticketNow(answer, room(11, { Consultations: [] }, [call("called")]));
    expect(now).toMatchObject({ status: "called", counter: "3", calls: 1, place: null });
  });
  it("does not take yesterday's ticket of the same number for its own", () => {
    const live = room(11, { Consultations: [] }, [call("completed", 0)]);
    expect(ticketNow(answer, live).status).toBe("waiting");
    expect(
      ticketNow({ ...answer, native_status: "completed", calls: 1 }, room(99, { Consultations: ["A003"] }))
        .status,
    ).toBe("completed");
  });
  it("asks anew when the room no longer knows the number, and is content otherwise", () => {
    const gone = room(11, { Consultations: [] });
    expect(outdated(answer, ticketNow(answer, gone), gone)).toBe(true);
    const same = room(11, { Consultations: ["A001", "A002", "A003"] });
    expect(outdated(answer, ticketNow(answer, same), same)).toBe(false);
  });
  it("trusts nothing across incarnations of the database", () => {
    const other = { ...room(50, { Consultations: ["A003"] }), epoch: "f" };
    expect(ticketNow(answer, other).place).toBe(3);
    expect(outdated(answer, ticketNow(answer, other), other)).toBe(true);
  });
});
