import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prospectiveOrder } from "./prospective-order.ts";

const line = ["a", "b", "c", "d"];

describe("prospectiveOrder: the places shown while dragging", () => {
  it("moves up and down, before and after", () => {
    expect(prospectiveOrder(line, "d", { key: "b", dropPosition: "before" })).toEqual(["a", "d", "b", "c"]);
    expect(prospectiveOrder(line, "a", { key: "c", dropPosition: "after" })).toEqual(["b", "c", "a", "d"]);
    expect(prospectiveOrder(line, "a", { key: "c", dropPosition: "before" })).toEqual(["b", "a", "c", "d"]);
  });
  it("takes the place of the row it is dropped on", () => {
    expect(prospectiveOrder(line, "a", { key: "c", dropPosition: "on" })).toEqual(["b", "c", "a", "d"]);
    expect(prospectiveOrder(line, "d", { key: "b", dropPosition: "on" })).toEqual(["a", "d", "b", "c"]);
  });
  it("changes nothing without a place, on itself, or for somebody who left meanwhile", () => {
    expect(prospectiveOrder(line, "a", null)).toBe(line);
    expect(prospectiveOrder(line, "a", { key: "a", dropPosition: "after" })).toBe(line);
    expect(prospectiveOrder(line, "gone", { key: "a", dropPosition: "after" })).toBe(line);
    expect(prospectiveOrder(line, "a", { key: "gone", dropPosition: "after" })).toBe(line);
  });
  it("never loses or doubles anybody", () => {
    const order = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 12 });
    const place = fc.constantFrom("before" as const, "after" as const, "on" as const);
    fc.assert(
      fc.property(order, fc.nat(), fc.nat(), place, (keys, from, to, dropPosition) => {
        const moved = keys[from % keys.length] ?? "";
        const key = keys[to % keys.length] ?? "";
        const after = prospectiveOrder(keys, moved, { key, dropPosition });
        expect([...after].toSorted()).toEqual([...keys].toSorted());
      }),
    );
  });
});
