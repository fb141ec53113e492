import type { Policy, Priority } from "@callnext/core";

/** Minutes after midnight. */
export type Minute = number;

/** A kind of visit; how long it takes varies by `variation` (standard deviation ÷ mean). */
export interface ServiceKind {
  readonly share: number;
  readonly meanMinutes: number;
  readonly variation: number;
}

/** Counters open from this minute on. */
export interface Staffing {
  readonly from: Minute;
  readonly counters: number;
}

/** Everything that is true of a branch, and that a forecast must find out. */
export interface Scenario {
  readonly name: string;
  readonly opens: Minute;
  /** Nobody joins after; who waits is still served. */
  readonly closes: Minute;
  /** Visitors an hour, by the minute of the day. */
  readonly arrivals: (minute: Minute) => number;
  readonly policy: Policy;
  readonly classes: readonly { readonly share: number; readonly priority: Priority }[];
  readonly services: readonly ServiceKind[];
  readonly staffing: readonly Staffing[];
  /** From this day on a counter closes for the rest of the day at a moment nobody knew; null: never. */
  readonly counterCloses: { readonly fromDay: number; readonly between: readonly [Minute, Minute] } | null;
  /** Share of those called who are not there. */
  readonly noShow: number;
  /** How long people wait on average before they leave, minutes; null: they all stay. */
  readonly patience: number | null;
}

export const at = (hours: number, minutes = 0): Minute => hours * 60 + minutes;
