import type { Instant } from "../../queue/time.ts";

/** Somebody who waits for a slot to come free. Whose it is, is known outside the core. */
export interface Waiting {
  readonly id: string;
  readonly serviceId: number;
  /** Null: anyone who offers it. */
  readonly providerId: string | null;
  /** First and last day on which they can come, `YYYY-MM-DD` by the shop's wall. */
  readonly from: string;
  readonly until: string;
  /** The visit begins within these minutes after midnight of its day, [from, until); null: no bound. */
  readonly fromMinutes: number | null;
  readonly untilMinutes: number | null;
  readonly since: Instant;
  /** Starts that were offered to them and that they let go. */
  readonly passed: readonly Instant[];
}

/** A slot to be kept for `minutes` for the one who waits. */
export interface SlotOffered {
  readonly waitingId: string;
  readonly serviceId: number;
  readonly providerId: string;
  readonly start: Instant;
  readonly minutes: number;
}
