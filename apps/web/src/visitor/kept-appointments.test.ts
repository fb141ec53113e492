import { describe, expect, it } from "vitest";
import { forgetAppointment, keepAppointment, keptAppointments } from "./kept-appointments.ts";
import { Shelf } from "./testing/shelf.ts";

describe("appointments kept on this phone", () => {
  it("keeps what is known when a later entry is silent about it", () => {
    const shelf = new Shelf();
    keepAppointment(shelf, { id: 7, key: "secret", shopSlug: "", at: 0 });
    keepAppointment(shelf, { id: 7, key: "", shopSlug: "plateau", at: 1_000 });
    expect(keptAppointments(shelf)).toEqual([{ id: 7, key: "secret", shopSlug: "plateau", at: 1_000 }]);
    keepAppointment(shelf, { id: 7, key: "", shopSlug: "", at: 2_000 });
    expect(keptAppointments(shelf)).toEqual([{ id: 7, key: "secret", shopSlug: "plateau", at: 2_000 }]);
  });
  it("is bounded, the last opened first, forgets, and survives rubbish", () => {
    const shelf = new Shelf();
    for (let id = 1; id <= 30; id += 1) keepAppointment(shelf, { id, key: "k", shopSlug: "s", at: id });
    expect(keptAppointments(shelf)).toHaveLength(20);
    expect(keptAppointments(shelf)[0]?.id).toBe(30);
    forgetAppointment(shelf, 30);
    expect(keptAppointments(shelf)[0]?.id).toBe(29);
    for (const rubbish of ['[{"id":"7"},null,"x"]', "{", "{}"]) {
      shelf.setItem("callnext.appointments", rubbish);
      expect(keptAppointments(shelf)).toEqual([]);
    }
    expect(keptAppointments(null)).toEqual([]);
  });
});
