import { expect, test } from "vitest";
import { ClosingTimes } from "./closing-times.ts";

/** 2020-01-06 was a Monday. */
const MONDAY = Date.UTC(2020, 0, 6) / 86_400_000;

test("before any day was seen a branch is taken to close at 16:00", () => {
  expect(new ClosingTimes().expected(MONDAY)).toBe(960);
});

test("a weekday that was seen closes as it did then", () => {
  const closing = new ClosingTimes();
  closing.called(MONDAY, 17 * 60);
  closing.called(MONDAY, 18 * 60);
  for (let day = 1; day < 7; day++) closing.called(MONDAY + day, 16 * 60 - day);
  expect(closing.expected(MONDAY + 7)).toBe(18 * 60);
});

test("a weekday that was never seen closes as days usually do", () => {
  const closing = new ClosingTimes();
  closing.called(MONDAY, 18 * 60);
  closing.called(MONDAY + 1, 16 * 60);
  closing.called(MONDAY + 2, 15 * 60 + 50);
  expect(closing.expected(MONDAY + 3)).toBe(16 * 60);
});

test("a call after the expected time moves the day's closing", () => {
  const closing = new ClosingTimes();
  closing.called(MONDAY, 15 * 60);
  closing.called(MONDAY + 7, 15 * 60 + 30);
  expect(closing.expected(MONDAY + 7)).toBe(15 * 60 + 30);
});

test("what comes after a day does not change what was expected of it", () => {
  const closing = new ClosingTimes();
  closing.called(MONDAY, 15 * 60);
  closing.called(MONDAY + 14, 19 * 60);
  expect(closing.expected(MONDAY + 7)).toBe(15 * 60);
});
