import type { Weekday, OpenPeriod } from "../queue/shop.ts";

/**
 * Times at which a provider works, by the shop's wall clock. Repeats every `everyWeeks` weeks, counted from the
 * week (Monday to Sunday) of `from`.
 */
export interface WorkPattern {
  /** `YYYY-MM-DD`, first day on which it may apply. */
  readonly from: string;
  /** Last such day, or null: until further notice. */
  readonly until: string | null;
  readonly everyWeeks: number;
  readonly periods: Readonly<Partial<Record<Weekday, readonly OpenPeriod[]>>>;
}

/** Local wall times `YYYY-MM-DDTHH:MM`, [from, until). */
export interface Absence {
  readonly from: string;
  readonly until: string;
  readonly reason: string | null;
}

/** Who, or what, appointments are made with: a member of staff, a room, a chair. */
export interface Provider {
  readonly id: string;
  /** The person; null: a room or a chair. The person's name is joined outside the core. */
  readonly staffId: number | null;
  /** Of a room or a chair; empty for a person. */
  readonly name: string;
  /** What it offers; empty: all of the shop's services. */
  readonly serviceIds: readonly number[];
  /** How many visitors at once: its number of lanes, at least 1. */
  readonly lanes: number;
  /** None: whenever the shop is open. */
  readonly patterns: readonly WorkPattern[];
  readonly absences: readonly Absence[];
  readonly archived: boolean;
  /** Position among the shop's providers on screens. */
  readonly rank: number;
}
