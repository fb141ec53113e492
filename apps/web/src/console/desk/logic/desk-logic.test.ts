import type { StaffQueue, StaffTicket, StaffView } from "@callnext/protocol";
import { describe, expect, it } from "vitest";
import { actionOf, whyNot } from "./actions.ts";
import { elsewhere, onHold, ticketAt } from "./at-counter.ts";
import { lineOf } from "./line-of.ts";
import { minutesSince } from "./minutes-since.ts";
import { nextQueue } from "./next-queue.ts";
import { returnable } from "./returnable.ts";

const ticket = (entry: number, more: Partial<StaffTicket> = {}): StaffTicket => ({
  id: `t${entry}`,
  entry,
  number: `A00${entry}`,
  queue_id: "a",
  service_id: null,
  status: "waiting",
  outcome: null,
  priority: 0,
  party_size: 1,
  locale: null,
  joined_by: "staff",
  full_name: null,
  phone: null,
  appointment_id: null,
  appointment_time: null,
  wanted_staff_id: null,
  wanted_name: null,
  placed_by_hand: false,
  present: false,
  counter: null,
  agent_name: null,
  calls: 0,
  created_at: `2026-11-22T10:0${entry}:00.000Z`,
  called_at: null,
  started_at: null,
  ended_at: null,
  ...more,
});

const queue = (id: string, line: readonly number[]): StaffQueue => ({
  id,
  name: id,
  prefix: id.toUpperCase(),
  status: "open",
  rank: 1,
  capacity: null,
  service_ids: [],
  waits: [],
  longer_than_usual: false,
  policy: { kind: "fifo" },
  target_wait_minutes: 15,
  archived: false,
  line,
  line_seq: 1,
  walk_ins_ahead: 1,
});

const view = (
  tickets: readonly StaffTicket[],
  queues: readonly StaffQueue[] = [queue("a", [2, 1]), queue("b", [])],
): StaffView => ({
  shop: {
    self: {
      id: 1,
      slug: "shop",
      name: "Shop",
      address: "",
      time_zone: "Africa/Dakar",
      locale: "fr",
      opening_hours: {
        monday: [],
        tuesday: [],
        wednesday: [],
        thursday: [],
        friday: [],
        saturday: [],
        sunday: [],
      },
      tenant_slug: "tenant",
      tenant_name: "Tenant",
      day_turns_at_minutes: 240,
      grace_minutes: 10,
      new_counters_by_label: true,
      public_names: false,
      phone_alone: false,
      publish_record: false,
      special_days: [],
      service_day: "2026-11-22",
    },
  },
  queues: Object.fromEntries(queues.map((each) => [each.id, each])),
  services: {},
  counters: {},
  displays: {},
  tickets: Object.fromEntries(tickets.map((each) => [each.id, each])),
});

describe("what the desk shows", () => {
  it("lists a line in the server's calling order", () => {
    expect(
      lineOf(view([ticket(1), ticket(2), ticket(3, { status: "called" })]), "a").map((each) => each.entry),
    ).toEqual([2, 1]);
  });
  it("finds the ticket at my counter, those elsewhere and those on hold", () => {
    const shown = view([
      ticket(1, { status: "called", counter: "2" }),
      ticket(2, { status: "serving", counter: "10" }),
      ticket(3, { status: "on_hold", counter: "2" }),
    ]);
    expect(ticketAt(shown, "2")?.entry).toBe(1);
    expect(ticketAt(shown, "7")).toBeNull();
    expect(elsewhere(shown, "7").map((each) => each.counter)).toEqual(["2", "10"]);
    expect(onHold(shown).map((each) => each.entry)).toEqual([3]);
  });
  it("lets a no-show return within the grace time only", () => {
    const ended = ticket(1, { status: "no_show", outcome: "no_show", ended_at: "2026-11-22T10:00:00.000Z" });
    expect(returnable(view([ended]), Date.parse("2026-11-22T10:10:00Z"))).toHaveLength(1);
    expect(returnable(view([ended]), Date.parse("2026-11-22T10:10:01Z"))).toHaveLength(0);
  });
  it("calls next where the first in line has waited longest", () => {
    const shown = view(
      [ticket(2), ticket(1), ticket(3, { queue_id: "b" })],
      [queue("a", [2, 1]), queue("b", [3])],
    );
    expect(nextQueue(shown, ["a", "b"])).toBe("a");
    expect(nextQueue(shown, ["b"])).toBe("b");
    expect(nextQueue(shown, [])).toBeNull();
  });
  it("says why an action is not possible", () => {
    expect(whyNot(actionOf("start"), null)).toEqual({ key: "why.no-ticket" });
    expect(whyNot(actionOf("start"), ticket(1, { status: "serving" }))).toEqual({
      key: "why.status",
      status: "serving",
    });
    expect(whyNot(actionOf("complete"), ticket(1, { status: "serving" }))).toBeNull();
  });
  it("never shows a negative wait", () => {
    expect(minutesSince("2026-11-22T10:00:00Z", Date.parse("2026-11-22T09:00:00Z"))).toBe(0);
    expect(minutesSince("2026-11-22T10:00:00Z", Date.parse("2026-11-22T10:07:59Z"))).toBe(7);
  });
});
