import { expect, test } from "vitest";
import { maskName } from "./mask-name.ts";

test.each([
  ["Jane Smith", "Jane S."],
  ["Jane", "Jane"],
  ["  Aïssatou   Ndèye  Diagne ", "Aïssatou D."],
  ["Jean-Pierre de la Fontaine", "Jean-Pierre F."],
  ["émile zola", "émile Z."],
  ["0612345678", "0."],
  ["jane@example.org", "J."],
  ["𝔍ane 𝔖mith", "𝔍ane 𝔖."],
  ["", ""],
])("%j is shown as %j", (name, shown) => {
  expect(maskName(name)).toBe(shown);
});
