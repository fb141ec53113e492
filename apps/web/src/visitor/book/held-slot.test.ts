import { describe, expect, it } from "vitest";
import { Shelf } from "../testing/shelf.ts";
import { type HeldSlot, heldSlot, keepHeld, keptHeld } from "./held-slot.ts";

const held: HeldSlot = heldSlot(
  {
    hold: {
      id: 7,
      held_until: "2026-11-23T09:10:00Z",
      service_id: 1,
      provider_id: "awa",
      provider_name: "Awa",
      appointment_time: "2026-11-23T10:00:00Z",
      end_time: "2026-11-23T10:30:00Z",
      number_of_people: 1,
    },
    appointment_key: "secret",
    seq: 9,
    epoch: "e",
  },
  null,
  5_000,
);

describe("a held slot", () => {
  it("outlives a reload, for its shop, while it is held", () => {
    const shelf = new Shelf();
    keepHeld(shelf, "plateau", held);
    expect(keptHeld(shelf, "plateau", 4_999)).toEqual(held);
    expect(keptHeld(shelf, "plateau", 5_000)).toBeNull();
    expect(keptHeld(shelf, "medina", 0)).toBeNull();
    keepHeld(shelf, "plateau", null);
    expect(keptHeld(shelf, "plateau", 0)).toBeNull();
  });
  it("remembers that anyone would do, whoever was found", () => {
    expect(held.wished).toBeNull();
    expect(held.providerName).toBe("Awa");
  });
  it("survives rubbish and a browser that keeps nothing", () => {
    const shelf = new Shelf();
    for (const rubbish of ["{", "null", '{"id":7}']) {
      shelf.setItem("callnext.hold.plateau", rubbish);
      expect(keptHeld(shelf, "plateau", 0)).toBeNull();
    }
    keepHeld(null, "plateau", held);
    expect(keptHeld(null, "plateau", 0)).toBeNull();
  });
});
