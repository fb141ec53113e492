import type { BookingRulesOnWire } from "@callnext/protocol";

type Numbered = Exclude<keyof BookingRulesOnWire, "open">;

/** Each number of the rules, and what it may be. */
export const RULE_NUMBERS: readonly {
  readonly name: Numbered;
  readonly min: number;
  readonly max: number;
}[] = [
  { name: "step_minutes", min: 5, max: 240 },
  { name: "lead_minutes", min: 0, max: 43_200 },
  { name: "horizon_days", min: 0, max: 365 },
  { name: "cancel_minutes", min: 0, max: 43_200 },
  { name: "check_in_early_minutes", min: 0, max: 1440 },
  { name: "check_in_late_minutes", min: 0, max: 1440 },
  { name: "hold_minutes", min: 1, max: 60 },
  { name: "offer_minutes", min: 1, max: 1440 },
];

export interface RulesDraft {
  readonly open: boolean;
  readonly numbers: Readonly<Record<Numbered, string>>;
}

export function draftOf({ open, ...numbers }: BookingRulesOnWire): RulesDraft {
  const text = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)]));
  return { open, numbers: { ...EMPTY, ...text } };
}

export function bodyOf({ open, numbers }: RulesDraft): BookingRulesOnWire {
  const number = (name: Numbered): number => Number(numbers[name]);
  return {
    open,
    step_minutes: number("step_minutes"),
    lead_minutes: number("lead_minutes"),
    horizon_days: number("horizon_days"),
    hold_minutes: number("hold_minutes"),
    cancel_minutes: number("cancel_minutes"),
    check_in_early_minutes: number("check_in_early_minutes"),
    check_in_late_minutes: number("check_in_late_minutes"),
    offer_minutes: number("offer_minutes"),
  };
}

const EMPTY: RulesDraft["numbers"] = {
  step_minutes: "",
  lead_minutes: "",
  horizon_days: "",
  hold_minutes: "",
  cancel_minutes: "",
  check_in_early_minutes: "",
  check_in_late_minutes: "",
  offer_minutes: "",
};
