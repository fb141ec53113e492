import type { WaitRange } from "@callnext/protocol";

/** A range as people read it: whole minutes, rounded to what the forecast can mean. */
export interface ShownRange {
  readonly from: number;
  readonly to: number;
}

/** A longer wait is known less exactly. */
const stepOf = (minutes: number): number => (minutes <= 10 ? 1 : minutes <= 30 ? 2 : minutes <= 90 ? 5 : 10);

/** Keeps what is shown until the forecast has moved by clearly more than the rounding. */
const bound = (exact: number, shown: number | undefined, round: (value: number) => number): number => {
  const step = stepOf(exact);
  const fresh = Math.max(0, round(exact / step) * step);
  return shown !== undefined && Math.abs(shown - fresh) <= step && Math.abs(shown - exact) < 1.5 * step
    ? shown
    : fresh;
};

/** What to show of a wait: four times out of five the call comes within it. `before`: what is shown now, if anything. */
export const shownRange = (wait: WaitRange, before: ShownRange | null): ShownRange => {
  const [, p90, p10] = wait;
  const from = bound(p10, before?.from, Math.floor);
  const to = bound(p90, before?.to, Math.ceil);
  return before !== null && from === before.from && to === before.to
    ? before
    : { from, to: Math.max(from, to) };
};
