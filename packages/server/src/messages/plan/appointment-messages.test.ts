import type { Appointment, ShopEvent } from "@callnext/core";
import { expect, test } from "vitest";
import { appointmentMessages } from "./appointment-messages.ts";

const NOON = Date.UTC(2030, 2, 4, 12);
const HOUR = 3_600_000;
const at = { seq: 7, at: NOON, by: { kind: "visitor" } } as const;

function booked(start: number): ShopEvent {
  const slot = { appointmentId: 5, serviceId: 1, providerId: "p", lane: 0, start, end: start + HOUR };
  const event = { ...slot, busyFrom: start, busyUntil: start + HOUR, partySize: 1, locale: null };
  return { type: "appointment-booked", ...event, ...at };
}

test("each reminder has its moment, and is good until the next one's", () => {
  const start = NOON + 50 * HOUR;
  expect(
    appointmentMessages(booked(start), [120, 1_440], new Map()).map(({ kind, dueAt, validUntil }) => [
      kind,
      (start - dueAt) / HOUR,
      (start - validUntil) / HOUR,
    ]),
  ).toEqual([
    ["appointment-confirmed", 50, 0],
    ["appointment-reminder", 24, 2],
    ["appointment-reminder", 2, 0],
  ]);
});

test("who books shortly before is not reminded at once", () => {
  expect(appointmentMessages(booked(NOON + 2 * HOUR), [120, 1_440], new Map())).toHaveLength(1);
});

test("of what is not kept any more, and of holds, nothing is told", () => {
  const none = new Map<number, Appointment>();
  expect(appointmentMessages({ type: "appointment-cancelled", appointmentId: 5, ...at }, [60], none)).toEqual(
    [],
  );
  expect(appointmentMessages({ type: "slot-released", appointmentId: 5, ...at }, [60], none)).toEqual([]);
});
