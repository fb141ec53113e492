import type { ClassSummaries, DayComparison, WaitSummary } from "@callnext/core";
import type { records } from "@callnext/protocol";

const waitsOnWire = (summary: WaitSummary): records.WhatIfAnswer["really"]["all"] => ({
  called: summary.called,
  uncalled: summary.uncalled,
  mean_seconds: summary.meanSeconds,
  median_seconds: summary.medianSeconds,
  p90_seconds: summary.p90Seconds,
  longest_seconds: summary.longestSeconds,
  within_target: summary.withinTarget,
});

const classesOnWire = ({ all, byClass }: ClassSummaries): records.WhatIfAnswer["really"] => ({
  all: waitsOnWire(all),
  by_class: byClass.map(({ priority, summary }) => ({ priority, waits: waitsOnWire(summary) })),
});

export function dayComparisonOnWire(day: string, compared: DayComparison): records.WhatIfAnswer {
  return {
    day,
    counters_really: compared.countersReally,
    really: classesOnWire(compared.really),
    played_again: classesOnWire(compared.playedAgain),
    what_if: classesOnWire(compared.whatIf),
  };
}
