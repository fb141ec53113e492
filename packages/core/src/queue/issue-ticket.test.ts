import { describe, expect, it } from "vitest";
import {
  ALWAYS_OPEN,
  at,
  join,
  joinAll,
  lastRefusal,
  next,
  on,
  runCommands,
  shopWith,
  type Step,
  testQueueConfig,
  testService,
  testTicket,
  ticketIn,
  transfer,
} from "../testing/index.ts";
import type { QueueStatus } from "./queue.ts";
import { MAX_OPEN_TICKETS } from "./shop.ts";
import { ticketNumber } from "./ticket-number.ts";

const status = (value: QueueStatus): Step => ({
  command: { type: "set-queue-status", queueId: "queue-a", status: value },
});

describe("issuing", () => {
  it("[N1] [N2] numbers are consecutive and written with at least three digits", () => {
    const run = runCommands(shopWith(), joinAll("x", "y"));
    expect([ticketIn(run, "x").number, ticketIn(run, "y").number]).toEqual(["A001", "A002"]);
    expect([ticketNumber("A", 999), ticketNumber("AB", 1000)]).toEqual(["A999", "AB1000"]);
  });

  it("[N1] a refused ticket takes no number", () => {
    const run = runCommands(shopWith(), [join("x"), status("paused"), join("y"), status("open"), join("z")]);
    expect(ticketIn(run, "z").number).toBe("A002");
  });

  it("[N3] a new day begins above the highest number still open, at 1 where none is", () => {
    const start = shopWith([{}, { id: "queue-b", prefix: "B" }]);
    const run = runCommands(start, [
      ...joinAll("x", "y", "z"),
      join("b", { queueId: "queue-b" }),
      next("1"),
      on("z", "cancel-ticket"),
      on("b", "cancel-ticket"),
      transfer("y", "queue-b"),
      join("next-day", { minute: 24 * 60 }),
      join("other", { queueId: "queue-b" }),
    ]);
    expect(ticketIn(run, "next-day")).toMatchObject({ number: "A003", serviceDay: "2026-11-23" });
    expect(ticketIn(run, "other").number).toBe("B001");
    expect(run.state.serviceDay).toBe("2026-11-23");
  });

  it("[Q1] queue in use, ticket id new", () => {
    const archived = shopWith([{}, { id: "old", prefix: "A", archived: true }]);
    for (const queueId of ["old", "nowhere"])
      expect(lastRefusal(runCommands(archived, [join("x", { queueId })]))).toEqual({
        code: "queue-not-found",
        queueId,
      });
    expect(lastRefusal(runCommands(shopWith(), joinAll("x", "x")))).toEqual({
      code: "ticket-exists",
      ticketId: "x",
    });
  });

  it("[Q2] paused and closed take nobody, but call those who wait", () => {
    for (const value of ["paused", "closed"] as const) {
      const run = runCommands(shopWith(), [join("x"), status(value), join("y")]);
      expect(lastRefusal(run)).toEqual({ code: `queue-${value}`, queueId: "queue-a" });
      expect(ticketIn(runCommands(run.state, [next("1")]), "x").status).toBe("called");
    }
  });

  it("[Q3] visitors and kiosks come in within the opening hours, staff at any time", () => {
    const openingHours = { ...ALWAYS_OPEN, sunday: [{ opens: "08:30", closes: "12:00" }] };
    const start = shopWith([{}], { openingHours });
    const closed = { code: "shop-closed" };
    expect(lastRefusal(runCommands(start, [join("x", { minute: 29, by: { kind: "visitor" } })]))).toEqual(
      closed,
    );
    const kiosk = { kind: "device", id: "kiosk-1" } as const;
    expect(lastRefusal(runCommands(start, [join("x", { minute: 240, by: kiosk })]))).toEqual(closed);
    expect(
      lastRefusal(runCommands(start, [join("x", { minute: 30, by: { kind: "visitor" } })])),
    ).toBeUndefined();
    const byStaff = runCommands(start, [join("x", { minute: 240 })]);
    expect(ticketIn(byStaff, "x").joinedBy).toBe("staff");
  });

  it("[Q3] [S3] a holiday keeps visitors out of the line as it keeps them out of the calendar", () => {
    const openingHours = { ...ALWAYS_OPEN, sunday: [{ opens: "08:00", closes: "18:00" }] };
    const holiday = { date: "2026-11-22", periods: [{ opens: "12:00", closes: "13:00" }], label: "Fête" };
    const start = shopWith([{}], { openingHours, specialDays: [holiday] });
    const visitor = (minute: number) =>
      lastRefusal(runCommands(start, [join("x", { minute, by: { kind: "visitor" } })]));
    expect(visitor(60)).toEqual({ code: "shop-closed" });
    expect(visitor(4 * 60 + 30)).toBeUndefined();
    expect(visitor(5 * 60)).toEqual({ code: "shop-closed" });
  });

  it("[Q4] the service exists, is in use and offered here", () => {
    const services: Step[] = [
      { command: { type: "configure-service", service: testService() } },
      { command: { type: "configure-service", service: testService({ id: 2, archived: true }) } },
      { command: { type: "configure-service", service: testService({ id: 3 }) } },
    ];
    const start = runCommands(shopWith(), services).state;
    const config = { id: "queue-b", prefix: "B", serviceIds: [1] };
    const both = runCommands(start, [
      { command: { type: "configure-queue", queue: testQueueConfig(config) } },
    ]).state;
    const refused = (queueId: string, serviceId: number) =>
      lastRefusal(runCommands(both, [join("x", { queueId, serviceId })]));
    expect(refused("queue-a", 9)).toEqual({ code: "service-not-found", serviceId: 9 });
    expect(refused("queue-a", 2)).toEqual({ code: "service-not-found", serviceId: 2 });
    expect(refused("queue-b", 3)).toEqual({ code: "service-not-offered", serviceId: 3, queueId: "queue-b" });
    expect(refused("queue-b", 1)).toBeUndefined();
    expect(refused("queue-a", 3)).toBeUndefined();
  });

  it("[Q5] capacity counts those who wait", () => {
    const run = runCommands(shopWith([{ capacity: 2 }]), joinAll("x", "y", "z"));
    expect(lastRefusal(run)).toEqual({ code: "queue-full", queueId: "queue-a", capacity: 2 });
    expect(lastRefusal(runCommands(run.state, [next("1"), join("z")]))).toBeUndefined();
  });

  it("[Q6] a shop holds 5,000 open tickets; ended ones do not count", () => {
    const start = shopWith();
    const tickets = new Map(start.tickets);
    for (let entry = 1; entry < MAX_OPEN_TICKETS; entry += 1)
      tickets.set(`held-${entry}`, testTicket({ id: `held-${entry}`, entry, status: "on_hold" }));
    tickets.set("gone", testTicket({ id: "gone", status: "no_show" }));
    const full = runCommands({ ...start, tickets }, [join("x")]);
    expect(lastRefusal(full)).toBeUndefined();
    expect(lastRefusal(runCommands(full.state, [join("y")]))).toEqual({ code: "shop-full" });
  });

  it("[D3] the first accepted command of a day carries the day's start, a refused one carries nothing", () => {
    const start = shopWith();
    const refused = runCommands(start, [
      at(24 * 60, { type: "call-next", queueId: "queue-a", counter: "1" }),
    ]);
    expect(refused.events).toEqual([]);
    expect(refused.state).toBe(start);
    const run = runCommands(start, [
      at(24 * 60, { type: "start-service-day" }),
      at(24 * 60, { type: "start-service-day" }),
    ]);
    expect(run.events.map(({ type }) => type)).toEqual(["service-day-started"]);
  });
});
