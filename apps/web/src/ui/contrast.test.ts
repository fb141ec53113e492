import { describe, expect, it } from "vitest";
import { contrast } from "./contrast.ts";

describe("contrast", () => {
  it("is 21 for black on white and 1 for a colour on itself", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
    expect(contrast("#0b5f73", "#0B5F73")).toBeCloseTo(1);
  });
  it("agrees with a published pair", () => {
    expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
  });
  it("knows what is not a colour", () => {
    expect(contrast("red", "#ffffff")).toBeNull();
  });
});
