import { type TicketStatus, walkInStatus } from "@callnext/core";
import { call, join, on, runCommands, shopWith, type Step, ticketIn } from "@callnext/core/testing";
import { compat } from "@callnext/protocol";
import { describe, expect, test } from "vitest";
import { stepsToStatus } from "./steps-to-status.ts";

const called = [join("t"), call("t", "1")];
const serving = [...called, on("t", "start-service")];

const WAYS: Readonly<Record<TicketStatus, readonly Step[]>> = {
  waiting: [join("t")],
  called,
  serving,
  on_hold: [...serving, on("t", "hold-ticket")],
  completed: [...serving, on("t", "complete-ticket")],
  no_show: [...called, on("t", "mark-no-show")],
  cancelled: [join("t"), on("t", "cancel-ticket")],
};

/** From where a ticket cannot become this; from everywhere else it does. */
const NO_WAY: Readonly<Record<compat.ItemStatus, readonly TicketStatus[]>> = {
  CHECKED_IN: ["serving", "on_hold", "completed", "cancelled"],
  ARRIVED: ["serving", "on_hold", "completed", "no_show", "cancelled"],
  IN_SERVICE: ["completed", "no_show", "cancelled"],
  COMPLETED: ["no_show", "cancelled"],
  CANCELLED: ["serving", "on_hold", "completed"],
};

describe("[T2] a status of the first document's page is reached by steps of a ticket's life", () => {
  test.each(
    compat.ITEM_STATUSES.flatMap((wanted) =>
      Object.keys(WAYS).map((status) => [status as TicketStatus, wanted] as const),
    ),
  )("from %s to %s", (status, wanted) => {
    const before = runCommands(shopWith(), WAYS[status]);
    const ticket = ticketIn(before, "t");
    expect(ticket.status).toBe(status);
    const steps = stepsToStatus(ticket, wanted, () => "1");
    if (NO_WAY[wanted].includes(status)) return expect(steps).toBeUndefined();
    const run = runCommands(shopWith(), [...WAYS[status], ...(steps ?? []).map((command) => ({ command }))]);
    expect(run.taken.every(({ decision }) => decision.ok)).toBe(true);
    expect(walkInStatus(ticketIn(run, "t").status)).toBe(wanted);
  });
});
