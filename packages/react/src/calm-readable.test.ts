import type { Readable, TopicState } from "@callnext/client";
import { expect, test } from "vitest";
import { calmReadable } from "./calm-readable.ts";

const START: TopicState = {
  view: { a: {} },
  seq: 1,
  epoch: "e",
  provedAt: 1,
  stale: false,
  restored: false,
  refused: null,
};

const held = () => {
  let state = START;
  let told: (() => void) | null = null;
  const topic: Readable<TopicState> = {
    get: () => state,
    subscribe: (listener) => {
      told = listener;
      return () => undefined;
    },
  };
  const set = (change: Partial<TopicState>): void => {
    state = { ...state, ...change };
    told?.();
  };
  return { calm: calmReadable(topic), set };
};

test("a mere proof draws nothing, anything to be seen does", () => {
  const { calm, set } = held();
  let drawn = 0;
  calm.subscribe(() => (drawn += 1));
  set({ provedAt: 2 });
  set({ provedAt: 3 });
  expect([drawn, calm.get() === calm.get()]).toEqual([0, true]);
  set({ seq: 2 });
  set({ stale: true });
  set({ refused: { code: "x", message: "y" } });
  expect(drawn).toBe(3);
});

test("a stale view says exactly since when it is not proved", () => {
  const { calm, set } = held();
  calm.subscribe(() => undefined);
  set({ provedAt: 5_000 });
  set({ stale: true });
  expect(calm.get().provedAt).toBe(5_000);
});
