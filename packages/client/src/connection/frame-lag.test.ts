import { expect, test } from "vitest";
import { FrameLag } from "./frame-lag.ts";

const at = (ms: number): string => new Date(ms).toISOString();

test("lag is what a frame took beyond the quickest, whatever the clocks differ by", () => {
  for (const skew of [0, 3 * 3_600_000, -2 * 86_400_000]) {
    const lag = new FrameLag();
    expect(lag.of(at(1_000 + skew), 1_080)).toBe(0);
    expect(lag.of(at(5_000 + skew), 5_020)).toBe(0);
    expect(lag.of(at(9_000 + skew), 69_020)).toBe(60_000);
  }
});

test("a new socket measures anew; a time that is none lags nothing", () => {
  const lag = new FrameLag();
  lag.of(at(1_000), 1_000);
  lag.reset();
  expect(lag.of(at(1_000), 90_000)).toBe(0);
  expect(lag.of("soon", 90_000)).toBe(0);
});
