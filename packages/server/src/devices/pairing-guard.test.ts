import { expect, test } from "vitest";
import { createPairingGuard } from "./pairing-guard.ts";

const guardAt = () => {
  const clock = { now: 1_000_000 };
  return { clock, guard: createPairingGuard(() => clock.now) };
};

test("security: ten wrong codes of one person, or thirty of one address, and the next has to wait", () => {
  const { clock, guard } = guardAt();
  for (let n = 0; n < 10; n += 1) {
    expect(guard.waitToEnter("p0", "ip")).toBe(0);
    guard.wrongCode("p0", "ip");
  }
  expect(guard.waitToEnter("p0", "elsewhere")).toBe(15 * 60);
  expect(guard.waitToEnter("p1", "ip")).toBe(0);
  for (let n = 0; n < 20; n += 1) guard.wrongCode(`p${1 + (n % 4)}`, "ip");
  expect(guard.waitToEnter("p9", "ip")).toBe(15 * 60);
  expect(guard.waitToEnter("p9", "elsewhere")).toBe(0);
  clock.now += 15 * 60_000;
  expect(guard.waitToEnter("p0", "ip")).toBe(0);
});

test("a right code is no wrong one", () => {
  const { guard } = guardAt();
  for (let n = 0; n < 50; n += 1) {
    guard.wrongCode("p0", "ip");
    guard.rightCode("p0", "ip");
  }
  expect(guard.waitToEnter("p0", "ip")).toBe(0);
});

test("security: sixty codes for one address, and it has to wait", () => {
  const { clock, guard } = guardAt();
  for (let n = 0; n < 60; n += 1) expect(guard.askedForCode("ip")).toBe(0);
  expect(guard.askedForCode("ip")).toBe(10 * 60);
  expect(guard.askedForCode("other")).toBe(0);
  for (let n = 0; n < 60; n += 1) guard.askedForCode(`2001:db8:1:2::${n.toString(16)}`);
  expect(guard.askedForCode("2001:db8:1:2:ffff::1")).toBe(10 * 60);
  clock.now += 10 * 60_000;
  expect(guard.askedForCode("ip")).toBe(0);
});

test("P16 the guard remembers a bounded number of addresses", () => {
  const { guard } = guardAt();
  for (let n = 0; n < 25_000; n += 1) guard.wrongCode(`p${n}`, `ip${n}`);
  for (let n = 0; n < 10; n += 1) guard.wrongCode("p0", "x");
  expect(guard.waitToEnter("p0", "y")).toBeGreaterThan(0);
});
