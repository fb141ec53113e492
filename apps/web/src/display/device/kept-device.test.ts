import { describe, expect, it } from "vitest";
import { keepDevice, keptDevice } from "./kept-device.ts";

/** A browser's storage, in the hand. */
const browser = (): Storage => {
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

const device = { key: "cnd_x", displayId: "d2", off: false };

describe("what a screen keeps of being a device", () => {
  it("belongs to the address that it was paired at, whatever it shows", () => {
    const storage = browser();
    keepDevice(storage, "d1", device);
    expect(keptDevice(storage, "d1")).toEqual(device);
    expect(keptDevice(storage, "d2")).toBeNull();
    expect(keptDevice(storage, "")).toBeNull();
    keepDevice(storage, "", { ...device, off: true });
    expect(keptDevice(storage, "")).toEqual({ ...device, off: true });
    keepDevice(storage, "d1", null);
    expect(keptDevice(storage, "d1")).toBeNull();
  });

  it("is nothing where the storage is forbidden or holds something else", () => {
    const storage = browser();
    for (const text of ["", "{", "null", "[]", '{"key":1}', '{"key":"k","displayId":"d"}']) {
      storage.setItem("callnext.device.d1", text);
      expect(keptDevice(storage, "d1")).toBeNull();
    }
    expect(keptDevice(null, "d1")).toBeNull();
    expect(() => keepDevice(null, "d1", device)).not.toThrow();
  });
});
