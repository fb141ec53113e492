import type { ShopEvent } from "../queue/events.ts";
import { fold } from "../queue/fold.ts";
import type { Policy } from "../queue/queue.ts";
import type { ShopState } from "../queue/shop.ts";
import { type Duty, dutiesOf, turnaroundOf } from "./duty.ts";
import { replayDay } from "./replay-day.ts";
import { staysOf } from "./stays-of.ts";
import { type ClassSummaries, summariseWaits } from "./wait-summary.ts";

/** What is to be different. Null: as it was. */
export interface WhatIf {
  readonly policy: Policy | null;
  /** So many counters from the day's first call to its last. */
  readonly counters: number | null;
}

export interface DayComparison {
  readonly really: ClassSummaries;
  /** The day played again with nothing changed: how far the replay itself can be trusted. */
  readonly playedAgain: ClassSummaries;
  readonly whatIf: ClassSummaries;
  /** Counters at work on average between the first call and the last. */
  readonly countersReally: number;
}

const spanOf = (duties: readonly Duty[]): Duty => ({
  from: Math.min(...duties.map(({ from }) => from)),
  to: Math.max(...duties.map(({ to }) => to)),
});

const lasted = ({ from, to }: Duty): number => to - from;

/** A day of a queue as it was, played again, and under other rules. Null where nobody was called. */
export const compareDays = (
  start: ShopState,
  events: readonly ShopEvent[],
  queueId: string,
  whatIf: WhatIf,
): DayComparison | null => {
  // As the day left it: on a shop's first day nothing was configured in the morning.
  const queue = fold(start, events).queues.get(queueId);
  const stays = staysOf(start, events, queueId);
  const duties = dutiesOf(stays);
  if (queue === undefined || duties.length === 0) return null;
  const kept = { turnaround: turnaroundOf(stays), walkInsAhead: queue.walkInsAhead };
  const span = spanOf(duties);
  const asked = whatIf.counters === null ? duties : Array.from({ length: whatIf.counters }, (): Duty => span);
  const played = replayDay(stays, { policy: queue.policy, duties, ...kept });
  const changed = replayDay(stays, { policy: whatIf.policy ?? queue.policy, duties: asked, ...kept });
  return {
    really: summariseWaits(
      stays.map((stay) => ({ stay, calledAt: stay.calledAt })),
      queue.targetWaitMinutes,
    ),
    playedAgain: summariseWaits(played, queue.targetWaitMinutes),
    whatIf: summariseWaits(changed, queue.targetWaitMinutes),
    countersReally: duties.reduce((sum, duty) => sum + lasted(duty), 0) / Math.max(1, lasted(span)),
  };
};
