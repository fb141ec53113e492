import { describe, expect, it } from "vitest";
import { chosenIds, foundPerson } from "./found-person.ts";

const at = { shop_name: "Plateau", person: null };

describe("what is found of a person", () => {
  const found = foundPerson({
    tickets: [{ ...at, ticket_id: "t", number: "A001", service_day: "2026-03-01" }],
    appointments: [{ ...at, appointment_id: 7, day: "2026-03-02" }],
    waiting: [{ ...at, waiting_id: "w", from: "2026-02-01" }],
    more: false,
  });

  it("is one list, newest day first", () => {
    expect(found.visits.map(({ kind, number }) => [kind, number])).toEqual([
      ["appointment", null],
      ["ticket", "A001"],
      ["waiting", null],
    ]);
  });

  it("is named to the server by its kinds", () => {
    expect(chosenIds(found.visits)).toEqual({
      ticket_ids: ["t"],
      appointment_ids: [7],
      waiting_ids: ["w"],
    });
  });
});
