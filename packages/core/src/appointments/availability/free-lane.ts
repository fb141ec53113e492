import type { Appointment } from "../appointment.ts";
import type { VisitTimes } from "./visit-times.ts";

/** When a lane is taken. */
export type Taken = Pick<Appointment, "lane" | "busyFrom" | "busyUntil">;

/** The first lane in which nobody is at that time, or null. `taken` is what takes the provider's lanes. */
export const freeLane = (
  lanes: number,
  taken: readonly Taken[],
  { busyFrom, busyUntil }: VisitTimes,
): number | null => {
  const there = new Set<number>();
  for (const other of taken)
    if (other.busyFrom < busyUntil && busyFrom < other.busyUntil) there.add(other.lane);
  // Where lanes were taken away, visits booked in them before still count as people to be served at once.
  if (there.size >= lanes) return null;
  for (let lane = 0; lane < lanes; lane += 1) if (!there.has(lane)) return lane;
  return null;
};
