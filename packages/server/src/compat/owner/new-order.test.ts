import { call, joinAll, lineOf, on, runCommands, shopWith } from "@callnext/core/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newOrder } from "./new-order.ts";

const IDS = ["t-1", "t-2", "t-3", "t-4", "t-5", "t-6"] as const;
const WAITING = IDS.slice(2);

/** Two are with an agent, four wait. */
const busy = runCommands(shopWith(), [
  ...joinAll(...IDS),
  call("t-1", "1"),
  on("t-1", "start-service"),
  call("t-2", "2"),
]).state;

const entryOf = (id: string): number => busy.tickets.get(id)?.entry ?? 0;

const after = (moves: ReturnType<typeof newOrder>) => {
  if (moves === "not-waiting") throw new Error("some were waiting");
  return lineOf(
    runCommands(
      busy,
      moves.map((command) => ({ command })),
    ),
  );
};

describe("a new order of the first document's page", () => {
  test("all of the line at once is the line afterwards, whoever else is named", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...WAITING], { minLength: 4 }), (order) => {
        const waiting = order.map((id, index) => ({ queue_id: entryOf(id), new_position: index + 1 }));
        expect(after(newOrder(busy, waiting, "waiting"))).toEqual(order);
        const open = ["t-1", "t-2", ...order].map((id, index) => ({
          queue_id: entryOf(id),
          new_position: index + 1,
        }));
        expect(after(newOrder(busy, open, "open"))).toEqual(order);
      }),
    );
  });

  test("one that was moved is where it was put, and the others keep their order", () => {
    fc.assert(
      fc.property(fc.constantFrom(...WAITING), fc.integer({ min: 1, max: 9 }), (id, position) => {
        const line =
          after(newOrder(busy, [{ queue_id: entryOf(id), new_position: position }], "waiting")) ?? [];
        expect(line[Math.min(position, 4) - 1]).toBe(id);
        expect(line.filter((other) => other !== id)).toEqual(WAITING.filter((other) => other !== id));
        const open = after(newOrder(busy, [{ queue_id: entryOf(id), new_position: position + 2 }], "open"));
        expect(open).toEqual(line);
      }),
    );
  });

  test("nothing is moved that stands there already, and nobody who was called", () => {
    expect(newOrder(busy, [{ queue_id: entryOf("t-3"), new_position: 1 }], "waiting")).toEqual([]);
    expect(newOrder(busy, [{ queue_id: entryOf("t-1"), new_position: 3 }], "waiting")).toBe("not-waiting");
    expect(() => newOrder(busy, [{ queue_id: 999, new_position: 1 }], "waiting")).toThrow(
      "Queue entry not found",
    );
  });
});
