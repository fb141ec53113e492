import { expect, test } from "vitest";
import type { LoggedTicket } from "@callnext/server/testing";
import type { ShopLog } from "../oracle/shop-log.ts";
import { checkTickets, type ToldTicket } from "./check-tickets.ts";
import { plantedLog, type Step } from "./planted-log.ts";

const issued = (id: string, number: string, queueId = "q"): Step => [
  "ticket-issued",
  id,
  { number, queueId },
];
const row = (id: string, number: string, status: string): LoggedTicket => ({
  id,
  number,
  status,
  queueId: "q",
});
const steps: readonly Step[] = [
  issued("a", "A001"),
  issued("b", "A002"),
  issued("x", "B001", "r"),
  ["ticket-called", "a"],
  ["service-started", "a"],
  ["ticket-completed", "a"],
  ["ticket-called", "b"],
];
const tickets = [row("a", "A001", "completed"), row("b", "A002", "called"), row("x", "B001", "waiting")];
const log: ShopLog = { ...plantedLog(steps), tickets };
const told: readonly ToldTicket[] = tickets;
const after = (...more: readonly Step[]): ShopLog => ({ ...plantedLog([...steps, ...more]), tickets });

test("a morning by the rules is found well, whether the ended ticket is still told or not", () => {
  expect(checkTickets(log, told)).toEqual([]);
  expect(checkTickets(log, told.slice(1))).toEqual([]);
});

test("a gap in the numbers and a number given twice are found", () => {
  const gap: ShopLog = { ...plantedLog([issued("a", "A001"), issued("b", "A003")]), tickets: [] };
  expect(checkTickets(gap, [])).toContain("ticket 2 of queue q is A003");
  const double: ShopLog = { ...plantedLog([issued("a", "A001"), issued("b", "A001", "r")]), tickets: [] };
  expect(checkTickets(double, [])).toContain("A001 was given twice");
});

test("P4: a ticket called by two agents is found", () => {
  expect(checkTickets(after(["ticket-called", "b"]), told)).toEqual([
    "ticket-called at seq 8 of b, which was called",
  ]);
});

test("a row that the crash left behind the log is found", () => {
  const late = { ...log, tickets: [row("a", "A001", "serving"), ...tickets.slice(1)] };
  expect(checkTickets(late, told)).toEqual(["a is completed, its row says serving"]);
  const strange = { ...log, tickets: [...tickets, row("z", "A009", "waiting")] };
  expect(checkTickets(strange, told)).toEqual(["a row for z, never issued"]);
});

test("an open ticket that the server no longer tells of, or tells wrongly, is found", () => {
  expect(checkTickets(log, told.slice(0, 2))).toEqual([
    "x, waiting, is not in the state that the server tells",
  ]);
  const wrong = [...told.slice(0, 2), { id: "x", number: "B001", status: "called" }];
  expect(checkTickets(log, wrong)).toEqual(["x is told as B001, called"]);
});
