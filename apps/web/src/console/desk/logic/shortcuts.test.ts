import { describe, expect, it } from "vitest";
import { TICKET_ACTIONS } from "./actions.ts";
import { SHORTCUTS, shortcutOf, type Stroke } from "./shortcuts.ts";

const stroke = (key: string, more: Partial<Stroke> = {}): Stroke => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  ...more,
});

describe("the desk's single keys", () => {
  it("gives every action a key of its own", () => {
    const keys = SHORTCUTS.flatMap((each) => each.keys);
    expect(new Set(keys).size).toBe(keys.length);
    for (const action of TICKET_ACTIONS)
      expect(shortcutOf(stroke(action.key.toLowerCase()))).toEqual({ id: action.id });
  });
  it("calls next by N and by the space bar, and from one queue by its digit", () => {
    expect(shortcutOf(stroke("n"))).toEqual({ id: "next" });
    expect(shortcutOf(stroke(" "))).toEqual({ id: "next" });
    expect(shortcutOf(stroke("3"))).toEqual({ id: "next-of", index: 2 });
  });
  it("leaves the browser's own combinations alone", () => {
    expect(shortcutOf(stroke("r", { ctrlKey: true }))).toBeNull();
    expect(shortcutOf(stroke("c", { metaKey: true }))).toBeNull();
  });
  it("does nothing for a held key, so that leaning on it calls one visitor", () => {
    expect(shortcutOf(stroke("n", { repeat: true }))).toBeNull();
  });
  it("knows nothing of other keys", () => {
    for (const key of ["Enter", "Tab", "é", "0", "1…9", "Shift"]) expect(shortcutOf(stroke(key))).toBeNull();
  });
});
