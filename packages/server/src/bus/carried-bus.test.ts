import { pino } from "pino";
import { expect, it } from "vitest";
import { type Carrier, createCarriedBus } from "./carried-bus.ts";

const log = pino({ level: "silent" });

/** Holds each load until it is let go. */
function heldCarrier() {
  const loads: { hints: [number, number][]; texts: readonly string[]; free: PromiseWithResolvers<void> }[] =
    [];
  const carrier: Carrier = {
    async carry(hints, texts) {
      const free = Promise.withResolvers<void>();
      loads.push({ hints: [...hints], texts, free });
      await free.promise;
    },
    up: () => true,
    async [Symbol.asyncDispose]() {
      for (const { free } of loads) free.reject(new Error("cut"));
    },
  };
  return { carrier, loads };
}

it("what comes in while a load is on its way leaves in one, the newest seq of each shop", async () => {
  const { carrier, loads } = heldCarrier();
  await using bus = createCarriedBus(log, () => carrier);
  bus.publish(1, 1);
  for (let seq = 2; seq <= 500; seq += 1) bus.publish(1, seq);
  bus.publish(1, 7);
  bus.publish(2, 3);
  bus.tell("a note");
  expect(loads.map(({ hints }) => hints)).toEqual([[[1, 1]]]);
  loads[0]?.free.resolve();
  await expect.poll(() => loads.length).toBe(2);
  expect(loads[1]?.hints).toEqual([
    [1, 500],
    [2, 3],
  ]);
  expect(loads[1]?.texts).toEqual(["!a note"]);
  loads[1]?.free.resolve();
});

it("a load that is lost holds up nothing, and notes have a limit", async () => {
  const { carrier, loads } = heldCarrier();
  await using bus = createCarriedBus(log, () => carrier);
  bus.publish(1, 1);
  for (let index = 0; index < 5_000; index += 1) bus.tell(`note ${index}`);
  loads[0]?.free.reject(new Error("lost"));
  await expect.poll(() => loads.length).toBe(2);
  expect(loads[1]?.texts).toHaveLength(1_000);
  loads[1]?.free.resolve();
});

it("closing it ends a load that nobody answers", async () => {
  const { carrier } = heldCarrier();
  const bus = createCarriedBus(log, () => carrier);
  bus.publish(1, 1);
  await expect(bus[Symbol.asyncDispose]()).resolves.toBeUndefined();
});
