import { expect, it } from "vitest";
import { carryLanguage } from "./carry-language.ts";

it("carries the language that the address asks for to the next page", () => {
  expect(carryLanguage("/appointment/4#k=a?b", "?lang=wo&service=1")).toBe("/appointment/4?lang=wo#k=a?b");
  expect(carryLanguage("/appointment/4?new#k=a", "?lang=fr")).toBe("/appointment/4?new&lang=fr#k=a");
  expect(carryLanguage("/ticket/x#k=a", "")).toBe("/ticket/x#k=a");
  expect(carryLanguage("/ticket/x", "?lang=%22%3E")).toBe("/ticket/x?lang=%22%3E");
});
