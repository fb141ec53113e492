import type { WaitsRow } from "../../forecast/lib/waits-row.ts";
import { Branch } from "./branch.ts";
import { chanceOf } from "./chance.ts";
import type { Minute, Scenario } from "./scenario.ts";
import { simulateDay, type Visit } from "./simulate-day.ts";

/** A row of waits, with what only a simulator knows. */
export interface SimulatedRow extends WaitsRow {
  readonly day: number;
  /** Minutes since a counter closed that day; null before, or where none did. */
  readonly sinceClosing: number | null;
}

const MINUTES_A_DAY = 1440;
/** 5 January 2026, a Monday. */
const FIRST_DAY = 20_458;
/** What the branch says a service takes; a round number that nobody measured. */
const SET_MINUTES = 10;

const CLASS_NAMES = ["ordinary", "priority", "urgent"] as const;

const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

const rowOf = (visit: Visit, office: string, day: number, closesAt: Minute | null): SimulatedRow => {
  const { joinedAt, calledAt, priority, place, counters, callsBefore } = visit;
  const queueId = CLASS_NAMES[priority];
  return {
    day,
    sinceClosing: closesAt !== null && joinedAt >= closesAt ? joinedAt - closesAt : null,
    date: dateOf(FIRST_DAY + day),
    time: "",
    office,
    queueId,
    wait: calledAt - joinedAt,
    gap: 0,
    reading: {
      branch: office,
      queue: `${office}, ${queueId}`,
      at: (FIRST_DAY + day) * MINUTES_A_DAY + joinedAt,
      called: callsBefore,
      waiting: place,
      counters,
      setMinutes: SET_MINUTES,
    },
  };
};

/** The visits of a branch over some days, each as it stood on joining, with the wait that came of it. */
export const simulateBranch = (scenario: Scenario, days: number, seed: number): readonly SimulatedRow[] => {
  const chance = chanceOf(seed);
  const rows: SimulatedRow[] = [];
  for (let day = 0; day < days; day++) {
    const closes = scenario.counterCloses;
    const closesAt =
      closes !== null && day >= closes.fromDay
        ? closes.between[0] + chance.next() * (closes.between[1] - closes.between[0])
        : null;
    const midnight = (FIRST_DAY + day) * MINUTES_A_DAY;
    const branch = new Branch(scenario, midnight);
    const visits = simulateDay({ scenario, branch, chance, midnight, counterClosesAt: closesAt });
    // Whoever finds a free counter has nothing to be told.
    const waited = visits.filter(({ joinedAt, calledAt }) => calledAt > joinedAt);
    rows.push(...waited.map((visit) => rowOf(visit, scenario.name, day, closesAt)));
  }
  return rows;
};
