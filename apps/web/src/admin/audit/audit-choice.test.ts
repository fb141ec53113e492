import { describe, expect, it } from "vitest";
import { EVERYTHING, queryOf } from "./audit-choice.ts";

describe("the choice of audit entries", () => {
  it("asks for everything where nothing is chosen", () => {
    expect(queryOf(EVERYTHING).toString()).toBe("");
    expect(queryOf({ ...EVERYTHING, from: "nonsense" }).toString()).toBe("");
  });

  it("takes both days whole, in the reader's zone", () => {
    const query = queryOf({ ...EVERYTHING, from: "2026-03-01", until: "2026-03-01" });
    expect(query.get("from")).toBe(new Date(2026, 2, 1).toISOString());
    expect(query.get("to")).toBe(new Date(2026, 2, 2).toISOString());
  });

  it("names the rest as the server does", () => {
    const query = queryOf({
      ...EVERYTHING,
      actor: "staff:1",
      action: "signed-in",
      shop: "2",
      source: "audit",
    });
    expect(Object.fromEntries(query)).toEqual({
      actor: "staff:1",
      action: "signed-in",
      shop_id: "2",
      source: "audit",
    });
  });
});
