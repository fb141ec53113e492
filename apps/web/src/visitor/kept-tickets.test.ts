import { describe, expect, it } from "vitest";
import { keepTicket, keptTickets } from "./kept-tickets.ts";
import { Shelf } from "./testing/shelf.ts";

describe("tickets kept on this phone", () => {
  it("keeps the capability when a later entry brings none", () => {
    const shelf = new Shelf();
    keepTicket(shelf, { id: "t", key: "secret", shopSlug: "", takenAt: 5 });
    keepTicket(shelf, { id: "t", key: "", shopSlug: "plateau", takenAt: 9 });
    expect(keptTickets(shelf)).toEqual([{ id: "t", key: "secret", shopSlug: "plateau", takenAt: 5 }]);
  });
  it("is bounded, newest first, and survives rubbish", () => {
    const shelf = new Shelf();
    for (let n = 0; n < 30; n += 1) keepTicket(shelf, { id: `t${n}`, key: "k", shopSlug: "s", takenAt: n });
    expect(keptTickets(shelf)).toHaveLength(20);
    expect(keptTickets(shelf)[0]?.id).toBe("t29");
    shelf.setItem("callnext.tickets", '[{"id":1},null,"x"]');
    expect(keptTickets(shelf)).toEqual([]);
    shelf.setItem("callnext.tickets", "{");
    expect(keptTickets(shelf)).toEqual([]);
    expect(keptTickets(null)).toEqual([]);
  });
});
