import { describe, expect, it } from "vitest";
import { chooseLanguage } from "./choose-language.ts";

describe("chooseLanguage", () => {
  it("takes the first wish it speaks", () => {
    expect(chooseLanguage(null, "pt-PT", "en-GB", "fr")).toBe("en");
  });
  it("knows a language by its first part", () => {
    expect(chooseLanguage("wo_SN")).toBe("wo");
  });
  it("falls back to French", () => {
    expect(chooseLanguage(undefined, "de", "")).toBe("fr");
  });
});
