import { expect, test } from "vitest";
import type { TicketStatus } from "../queue/ticket.ts";
import { counterOnWire } from "./counter-on-wire.ts";
import { smartQueueStatus } from "./smart-queue-status.ts";
import { walkInStatus } from "./walk-in-status.ts";

test.each<[TicketStatus, string, string]>([
  ["waiting", "CHECKED_IN", "en_attente"],
  ["called", "ARRIVED", "appele"],
  ["serving", "IN_SERVICE", "en_service"],
  ["on_hold", "IN_SERVICE", "pause"],
  ["completed", "COMPLETED", "clos"],
  ["no_show", "CANCELLED", "no_show"],
  ["cancelled", "CANCELLED", "clos"],
])("%s is %s and %s in the two documents", (status, walkIn, smartQueue) => {
  expect(walkInStatus(status)).toBe(walkIn);
  expect(smartQueueStatus(status)).toBe(smartQueue);
});

test.each([
  ["3", 3],
  ["0", 0],
  ["007", "007"],
  ["Box 3", "Box 3"],
  ["12345678901234567890", "12345678901234567890"],
  [null, null],
])("a counter labelled %j goes out as %j", (label, onWire) => {
  expect(counterOnWire(label)).toBe(onWire);
});
