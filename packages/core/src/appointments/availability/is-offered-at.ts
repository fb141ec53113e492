import type { Instant } from "../../queue/time.ts";
import type { Work } from "./provider-work.ts";
import type { VisitTimes } from "./visit-times.ts";

const MINUTE = 60_000;

/** Whether visits begin then: at multiples of the step after the beginning of a day's work. */
const isStepOf = ({ days }: Work, start: Instant, stepMinutes: number): boolean =>
  days.some(
    ({ spans }) =>
      (start - (spans[0]?.start ?? start)) % (stepMinutes * MINUTE) === 0 &&
      spans.some((span) => span.start <= start && start < span.end),
  );

/** The visit as a whole takes place while the provider works. Its buffers may lie before and after. */
export const worksDuring = ({ present }: Work, { start, end }: VisitTimes): boolean =>
  present.some((span) => span.start <= start && end <= span.end);

export const isOfferedAt = (work: Work, visit: VisitTimes, stepMinutes: number): boolean =>
  worksDuring(work, visit) && isStepOf(work, visit.start, stepMinutes);
