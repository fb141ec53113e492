import { describe, expect, it } from "vitest";
import { dropPairingWish, keepPairingWish, keptPairingWish, readPairingWish } from "./pairing-wish.ts";

/** A tab's storage, in the hand. */
const tab = (): Storage => {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
  };
};

describe("a pairing link", () => {
  it("carries the code and, where the screen's address has one, the display", () => {
    expect(readPairingWish("#code=ACDE-FGHJ&display=d1")).toEqual({ code: "ACDE-FGHJ", displayId: "d1" });
    expect(readPairingWish("code=ACDE-FGHJ")).toEqual({ code: "ACDE-FGHJ", displayId: null });
    expect(readPairingWish("")).toBeNull();
    expect(readPairingWish("#display=d1")).toBeNull();
  });

  it("is remembered through the sign-in, and not for longer than a code lives", () => {
    const storage = tab();
    keepPairingWish({ code: "ACDE-FGHJ", displayId: null }, storage, 1_000);
    expect(keptPairingWish(storage, 2_000)).toEqual({ code: "ACDE-FGHJ", displayId: null });
    expect(keptPairingWish(storage, 1_000 + 15 * 60_000)).toBeNull();
    dropPairingWish(storage);
    expect(keptPairingWish(storage, 2_000)).toBeNull();
    storage.setItem("callnext.pairing", "{");
    expect(keptPairingWish(storage, 2_000)).toBeNull();
  });
});
