import { expect, test } from "vitest";
import { moneyOf, moneyText } from "./money.ts";

test("money is read as people type it, and written with its currency", () => {
  expect(["0,0079", "1 500", "", "12.5"].map(moneyOf)).toEqual([0.0079, 1500, null, 12.5]);
  expect(moneyOf("many")).toBeNaN();
  expect([moneyText(12, "XOF"), moneyText(0.00790001, "€"), moneyText(3, "")]).toEqual([
    "12\u00A0XOF",
    "0.0079\u00A0€",
    "3",
  ]);
});
