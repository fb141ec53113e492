import type { PublicView } from "@callnext/protocol";
import { expect, test } from "vitest";
import type { PublicTicket } from "./public-ticket.ts";
import { ticketNews, ticketPlace } from "./ticket-facts.ts";

const TICKET: PublicTicket = {
  ticket_id: "t1",
  number: "A002",
  queue_id: "a",
  queue_name: "Consultations",
  service_name: null,
  shop_id: 1,
  shop_slug: "clinique",
  shop_name: "Clinique",
  native_status: "waiting",
  ahead: 3,
  wait: { p10: 0, p50: 10, p90: 20 },
  counter: null,
  calls: 0,
  outcome: null,
  can_leave: true,
  locale: "fr",
  seq: 4,
  epoch: "e",
};

const queue = (id: string, line: readonly string[]): PublicView["queues"][string] => ({
  id,
  name: id,
  prefix: id,
  status: "open",
  rank: 0,
  capacity: null,
  service_ids: [],
  waits: [
    [1, 4, 0],
    [5, 9, 2],
    [10, 15, 6],
  ],
  longer_than_usual: false,
  appointments: {},
  line,
});

const room = (
  lines: Readonly<Record<string, readonly string[]>>,
  calls: PublicView["calls"] = {},
): PublicView => {
  const queues: Record<string, PublicView["queues"][string]> = {};
  for (const id of Object.keys(lines)) queues[id] = queue(id, lines[id] ?? []);
  const shop = {
    self: {
      id: 1,
      slug: "clinique",
      name: "Clinique",
      address: "",
      time_zone: "Africa/Dakar",
      locale: "fr",
      opening_hours: { weekly: [], exceptions: [] } as never,
      tenant_slug: "t",
      tenant_name: "T",
    },
  };
  return { shop, queues, services: {}, calls };
};

const call = (status: "called" | "serving" | "completed", calls = 1): PublicView["calls"] => ({
  A002: { number: "A002", queue_id: "a", status, counter: "3", calls, called_at: null },
});

test("the place comes from the room's line as soon as there is one, from the ticket before", () => {
  expect(ticketPlace(null, TICKET)).toEqual({ place: 4, wait: [10, 20, 0] });
  expect(ticketPlace(room({ a: ["A001", "A002"] }), TICKET)).toEqual({ place: 2, wait: [5, 9, 2] });
  expect(ticketPlace(room({ a: ["A001"] }), TICKET)).toEqual({ place: null, wait: null });
  expect(ticketPlace(null, null)).toEqual({ place: null, wait: null });
});

test("moving up is no news; a call, a recall, a transfer and the end are", () => {
  expect(ticketNews(room({ a: ["A002"] }), TICKET)).toBeNull();
  expect(ticketNews(room({ a: [] }, call("called")), TICKET)).toBe("a called 3 1");
  expect(ticketNews(room({ a: [], b: ["A002"] }), TICKET)).toBe("b waiting");
  expect(ticketNews(room({ a: [] }), TICKET)).toBe("ended");
});

test("news that the ticket already tells is none", () => {
  const called: PublicTicket = { ...TICKET, native_status: "called", counter: "3", calls: 1 };
  expect(ticketNews(room({ a: [] }, call("called")), called)).toBeNull();
  expect(ticketNews(room({ a: [] }, call("called", 2)), called)).toBe("a called 3 2");
  expect(
    ticketNews(room({ a: [] }, call("completed")), { ...called, native_status: "completed" }),
  ).toBeNull();
  expect(ticketNews(null, called)).toBeNull();
});
