import fc from "fast-check";
import { expect, test } from "vitest";
import { HIDDEN_CAP_MS, reconnectDelay, VISIBLE_CAP_MS } from "./reconnect-delay.ts";

const calm = { visible: true, silent: false, dictatedMs: null, tooMany: false };
const latest = (): number => 0.999_999;

test("the first try comes within a second, on a hidden screen too", () => {
  expect(reconnectDelay({ ...calm, failures: 0 }, latest)).toBeLessThanOrEqual(1_000);
  expect(reconnectDelay({ ...calm, failures: 1, visible: false }, latest)).toBeLessThanOrEqual(1_000);
});

test("P8: after a silence of 9 s the first try comes within half a second", () => {
  expect(reconnectDelay({ ...calm, failures: 0, silent: true }, latest)).toBeLessThanOrEqual(500);
});

test("the window doubles up to 2.5 s on a visible screen and 30 s on a hidden one", () => {
  const windows = [1, 2, 3, 9].map((failures) => Math.round(reconnectDelay({ ...calm, failures }, latest)));
  expect(windows).toEqual([1_000, 2_000, VISIBLE_CAP_MS, VISIBLE_CAP_MS]);
  const hidden = [3, 6, 900].map((failures) =>
    Math.round(reconnectDelay({ ...calm, visible: false, failures }, latest)),
  );
  expect(hidden).toEqual([4_000, HIDDEN_CAP_MS, HIDDEN_CAP_MS]);
});

test("the server's delay is obeyed: never shorter, only a little spread, never beyond a minute", () => {
  fc.assert(
    fc.property(
      fc.nat(200_000),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.nat(50),
      (dictatedMs, chance, failures) => {
        const delay = reconnectDelay({ ...calm, failures, dictatedMs }, () => chance);
        expect(delay).toBeGreaterThanOrEqual(Math.min(dictatedMs, 60_000));
        expect(delay).toBeLessThanOrEqual(Math.min(dictatedMs, 60_000) + 500);
      },
    ),
  );
});

test("full jitter: a crowd spreads over the whole window", () => {
  const delays = [0, 0.25, 0.5, 0.75].map((chance) => reconnectDelay({ ...calm, failures: 9 }, () => chance));
  expect(delays).toEqual([0, 625, 1_250, 1_875]);
});

test("a server that says there are too many is left alone for longer", () => {
  expect(reconnectDelay({ ...calm, failures: 1, tooMany: true }, () => 0.5)).toBe(15_000);
});
