import type { Instant } from "./time.ts";
import type { TicketId } from "./ticket.ts";

export type QueueStatus = "open" | "paused" | "closed";

/**
 * How a line is ordered. All four are functions of the state alone, never of the clock.
 * - fifo: by seniority.
 * - priority: a class counts as if it had joined earlier by its head start, so that it passes only those who came within that time and nobody starves.
 * - ratio: `ordinary` ordinary turns, then `priority` priority turns, and so on; a class with nobody waiting gives its turn away.
 * - service-level: earliest due time first, due = joined + the class's target.
 */
export type Policy =
  | { readonly kind: "fifo" }
  | { readonly kind: "priority"; readonly headStartMinutes: readonly [priority: number, urgent: number] }
  | { readonly kind: "ratio"; readonly ordinary: number; readonly priority: number }
  | {
      readonly kind: "service-level";
      readonly targetMinutes: readonly [ordinary: number, priority: number, urgent: number];
    };

/** What an administrator sets. */
export interface QueueConfig {
  readonly id: string;
  readonly name: string;
  /** 1 to 3 capital letters, unique among the shop's queues in use. */
  readonly prefix: string;
  readonly policy: Policy;
  /** Most tickets waiting at once, or null. */
  readonly capacity: number | null;
  readonly serviceIds: readonly number[];
  /** Service-level target: called within this many minutes. */
  readonly targetWaitMinutes: number;
  /**
   * How appointments that are due stand among the walk-ins: at most so many of these are called before one;
   * 0: an appointment that is due is next. Null: as if it had joined at its time. Absent: 1.
   */
  readonly walkInsAhead?: number | null;
  /** No longer in use; kept so that old tickets have a name. */
  readonly archived: boolean;
  /** Position among the shop's queues on screens. */
  readonly rank: number;
}

/** Turns taken in the ratio policy's current round. */
export interface RatioTurn {
  readonly ordinary: number;
  readonly priority: number;
}

/** One finished service, newest last; what estimates are measured from. */
export interface FinishedService {
  readonly counterId: string;
  readonly endedAt: Instant;
  /** Start to end without holds, in seconds. */
  readonly seconds: number;
}

export interface Queue extends QueueConfig {
  readonly status: QueueStatus;
  /** Highest number given in this service day (0: none yet). */
  readonly lastSequence: number;
  readonly turn: RatioTurn;
  /** At most `RECENT_SERVICES` of them. */
  readonly recentServices: readonly FinishedService[];
  /** Who waits, in calling order. */
  readonly line: readonly TicketId[];
  /** seq of the last event after which those already waiting stood differently; joining at the end does not count. */
  readonly lineSeq: number;
  /** The newest calls, newest first, at most `RECENT_CALLS`; ended tickets among them stay in the state for the boards. */
  readonly recentCalls: readonly TicketId[];
}

/** Where a queue does not say. */
export const USUAL_WALK_INS_AHEAD = 1;
export const RECENT_SERVICES = 20;
export const RECENT_CALLS = 10;
