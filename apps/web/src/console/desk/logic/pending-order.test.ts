import { describe, expect, it } from "vitest";
import { isSettled, overlay } from "./pending-order.ts";

describe("overlay: an order asked for, shown before the server's own", () => {
  it("shows the asked order until the view has reached the answer", () => {
    const pending = { order: ["b", "a"], settledAt: null };
    expect(overlay(["a", "b"], pending, 7)).toEqual(["b", "a"]);
    expect(overlay(["a", "b"], { ...pending, settledAt: 8 }, 7)).toEqual(["b", "a"]);
    expect(overlay(["a", "b"], { ...pending, settledAt: 8 }, 8)).toEqual(["a", "b"]);
  });
  it("lets people leave and arrive meanwhile", () => {
    expect(overlay(["a", "c", "d"], { order: ["c", "b", "a"], settledAt: null }, 1)).toEqual(["c", "a", "d"]);
  });
  it("is settled only by a seq at or beyond the answer's", () => {
    expect(isSettled({ order: [], settledAt: null }, 99)).toBe(false);
    expect(isSettled({ order: [], settledAt: 5 }, 6)).toBe(true);
  });
});
