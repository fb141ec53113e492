import { expect, it } from "vitest";
import { bodyOf, draftOf, RULE_NUMBERS } from "./rules-draft.ts";

const RULES = {
  open: true,
  step_minutes: 15,
  lead_minutes: 60,
  horizon_days: 60,
  hold_minutes: 10,
  cancel_minutes: 120,
  check_in_early_minutes: 60,
  check_in_late_minutes: 15,
  offer_minutes: 30,
};

it("sends back the rules that it was given, and shows each of them", () => {
  expect(bodyOf(draftOf(RULES))).toEqual(RULES);
  const shown = ["open", ...RULE_NUMBERS.map(({ name }) => name)];
  expect(shown.toSorted()).toEqual(Object.keys(RULES).toSorted());
});
