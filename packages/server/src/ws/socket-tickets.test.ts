import { expect, test } from "vitest";
import { manualTimers } from "../stream/testing/manual-timers.ts";
import { createSocketTickets } from "./socket-tickets.ts";

const session = { userId: "u1", memberships: [] };

test("a ticket serves once within 30 s", () => {
  const timers = manualTimers();
  const tickets = createSocketTickets(timers);
  const { ticket, expiresInSeconds } = tickets.issue(session);
  expect(expiresInSeconds).toBe(30);
  expect(tickets.redeem(ticket)).toBe(session);
  expect(tickets.redeem(ticket)).toBeNull();
  const late = tickets.issue(session);
  timers.advance(30_000);
  expect(tickets.redeem(late.ticket)).toBeNull();
});

test("tickets nobody uses are forgotten, the oldest first", () => {
  const tickets = createSocketTickets(manualTimers());
  const first = tickets.issue(session);
  for (let n = 0; n < 10_000; n += 1) tickets.issue(session);
  expect(tickets.redeem(first.ticket)).toBeNull();
  expect(tickets.redeem(tickets.issue(session).ticket)).toBe(session);
});
