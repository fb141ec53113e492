import { describe, expect, it } from "vitest";
import { translator } from "./translate.ts";

const words = {
  plain: "Hello",
  deep: { name: "Dear {{name}}" },
  people_one: "{{count}} person",
  people_other: "{{count}} people",
};

describe("translator", () => {
  it("finds texts by path and fills them in", () => {
    const t = translator<string>("en", words);
    expect(t("plain")).toBe("Hello");
    expect(t("deep.name", { name: "Awa" })).toBe("Dear Awa");
  });
  it("counts nought as one in French, as many in English, and never in Wolof", () => {
    expect(translator<string>("fr", words)("people", { count: 0 })).toBe("0 person");
    expect(translator<string>("en", words)("people", { count: 0 })).toBe("0 people");
    expect(translator<string>("en", words)("people", { count: 1 })).toBe("1 person");
    expect(translator<string>("wo", { people_other: "{{count}} nit" })("people", { count: 1 })).toBe("1 nit");
  });
  it("throws for a text that nobody wrote", () => {
    expect(() => translator<string>("en", words)("missing")).toThrow(/no text for "missing" in en/);
  });
});
