import type { Instant } from "../queue/time.ts";

export const isoTime = (instant: Instant): string => new Date(instant).toISOString();

export const isoTimeOrNull = (instant: Instant | null): string | null =>
  instant === null ? null : isoTime(instant);
