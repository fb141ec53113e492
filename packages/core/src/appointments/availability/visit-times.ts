import type { Service } from "../../queue/shop.ts";
import type { Instant } from "../../queue/time.ts";

const MINUTE = 60_000;

/** When a visit takes place, and with the service's buffers when nobody else may have its lane. */
export interface VisitTimes {
  readonly start: Instant;
  readonly end: Instant;
  readonly busyFrom: Instant;
  readonly busyUntil: Instant;
}

export const visitTimes = (service: Service, start: Instant): VisitTimes => {
  const end = start + service.durationMinutes * MINUTE;
  return {
    start,
    end,
    busyFrom: start - (service.bufferBeforeMinutes ?? 0) * MINUTE,
    busyUntil: end + (service.bufferAfterMinutes ?? 0) * MINUTE,
  };
};
