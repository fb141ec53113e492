import type { BoardOnWire, BoardsView } from "@callnext/protocol";
import { describe, expect, it } from "vitest";
import type { ManagedDevice } from "./devices-query.ts";
import { presenceOf } from "./presence.ts";

const NOW = Date.parse("2026-11-22T10:00:00Z");
const device: ManagedDevice = {
  id: "v1",
  kind: "board",
  name: "Hall",
  shop_id: 1,
  display_id: "d1",
  display_name: "Hall",
  paired_by: null,
  paired_at: "2026-11-01T10:00:00Z",
  last_seen_at: "2026-11-22T08:00:00Z",
};
const hears = (change: Partial<BoardOnWire>): BoardsView => ({
  calls: {},
  boards: {
    "d1/device:v1": {
      display_id: "d1",
      board: "device:v1",
      name: "Hall",
      connected: true,
      silent: false,
      behind: false,
      sound: "on",
      last_seen: "2026-11-22T10:00:00Z",
      ...change,
    },
  },
});

describe("a device's presence", () => {
  it("is what the server hears of it now", () => {
    expect(presenceOf(device, hears({}), NOW)).toBe("here");
    expect(presenceOf(device, hears({ silent: true }), NOW)).toBe("silent");
    expect(presenceOf(device, hears({ sound: "blocked" }), NOW)).toBe("muted");
    expect(presenceOf(device, hears({ connected: false }), NOW)).toBe("away");
  });

  it("is else when it was last seen, perhaps by another node", () => {
    expect(presenceOf(device, null, NOW)).toBe("away");
    expect(presenceOf({ ...device, last_seen_at: null }, null, NOW)).toBe("never");
    expect(presenceOf({ ...device, last_seen_at: "2026-11-22T09:59:00Z" }, null, NOW)).toBe("here");
  });
});
