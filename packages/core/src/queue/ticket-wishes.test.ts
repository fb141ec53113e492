import { describe, expect, it } from "vitest";
import {
  bookingShop,
  join,
  joinAll,
  lastRefusal,
  lineOf,
  next,
  on,
  runCommands,
  type Step,
  testService,
  ticketIn,
} from "../testing/index.ts";

const changeService = (ticketId: string, serviceId: number | null): Step => ({
  command: { type: "change-ticket-service", ticketId, serviceId },
});
const assign = (ticketId: string, staffId: number | null): Step => ({
  command: { type: "assign-ticket", ticketId, staffId },
});

describe("what a visitor wants", () => {
  it("[T9] [Q4] is a service that the ticket's queue takes", () => {
    const shop = runCommands(bookingShop({ serviceIds: [1] }), [
      { command: { type: "configure-service", service: testService({ id: 2 }) } },
      join("a"),
    ]).state;
    expect(ticketIn(runCommands(shop, [changeService("a", 1)]), "a").serviceId).toBe(1);
    expect(ticketIn(runCommands(shop, [changeService("a", null)]), "a").serviceId).toBeNull();
    expect(lastRefusal(runCommands(shop, [changeService("a", 2)]))).toEqual({
      code: "service-not-offered",
      serviceId: 2,
      queueId: "queue-a",
    });
    expect(lastRefusal(runCommands(shop, [changeService("a", 3)]))).toMatchObject({
      code: "service-not-found",
    });
  });

  it("[T9] may be one of the staff, which changes no order", () => {
    const run = runCommands(bookingShop(), [...joinAll("a", "b"), assign("b", 9)]);
    expect(ticketIn(run, "b").wantedStaffId).toBe(9);
    expect(lineOf(run)).toEqual(["a", "b"]);
    expect("wantedStaffId" in ticketIn(runCommands(run.state, [assign("b", null)]), "b")).toBe(false);
  });

  it("[T2] is asked of nobody who is gone", () => {
    const gone = runCommands(bookingShop(), [
      ...joinAll("a"),
      next("1"),
      on("a", "start-service"),
      on("a", "complete-ticket"),
    ]).state;
    for (const step of [assign("a", 9), changeService("a", 1)])
      expect(lastRefusal(runCommands(gone, [step]))).toMatchObject({
        code: "wrong-state",
        status: "completed",
      });
  });
});
