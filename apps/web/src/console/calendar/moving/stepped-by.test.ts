import { describe, expect, it } from "vitest";
import { within } from "./place-under.ts";
import { steppedBy } from "./stepped-by.ts";

const press = (key: string, shiftKey = false) => steppedBy({ key, shiftKey }, { column: 1, at: 600 }, 3);

describe("moving by keys", () => {
  it("goes by five minutes, by an hour with Shift, and from column to column", () => {
    expect(press("ArrowUp")).toEqual({ column: 1, at: 595 });
    expect(press("ArrowDown", true)).toEqual({ column: 1, at: 660 });
    expect(press("ArrowLeft")).toEqual({ column: 0, at: 600 });
    expect(steppedBy({ key: "ArrowRight", shiftKey: false }, { column: 2, at: 600 }, 3)?.column).toBe(2);
    expect(press("x")).toBeUndefined();
  });
  it("stays within the hours shown", () => {
    const axis = { from: 480, until: 1080 };
    expect(within({ column: 0, at: 470 }, 30, axis).at).toBe(480);
    expect(within({ column: 0, at: 1100 }, 30, axis).at).toBe(1050);
  });
});
