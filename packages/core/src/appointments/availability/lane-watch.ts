import type { Taken } from "./free-lane.ts";
import type { VisitTimes } from "./visit-times.ts";

/**
 * `freeLane` for many visits, asked in order of time: each lane remembers how far it has come, so that a search over
 * weeks looks at each appointment once.
 */
export const laneWatch = (lanes: number, taken: readonly Taken[]): ((visit: VisitTimes) => boolean) => {
  const byLane = new Map<number, Taken[]>();
  for (const one of taken.toSorted((a, b) => a.busyFrom - b.busyFrom)) {
    const lane = byLane.get(one.lane);
    if (lane === undefined) byLane.set(one.lane, [one]);
    else lane.push(one);
  }
  const watched = [...byLane.values()].map((visits) => ({ visits, next: 0 }));
  return ({ busyFrom, busyUntil }) => {
    let busy = 0;
    for (const lane of watched) {
      while ((lane.visits[lane.next]?.busyUntil ?? Number.POSITIVE_INFINITY) <= busyFrom) lane.next += 1;
      if ((lane.visits[lane.next]?.busyFrom ?? Number.POSITIVE_INFINITY) < busyUntil) busy += 1;
    }
    return busy < lanes;
  };
};
