import type { Policy } from "../queue/queue.ts";
import type { Instant } from "../queue/time.ts";

/** Why somebody else made a ticket's place another one. Who it was is not said. */
export type PlaceCause =
  /** Somebody ahead was called. */
  | "call"
  /** Somebody ahead left or was removed. */
  | "departure"
  /** Somebody ahead was sent to another queue. */
  | "sent-elsewhere"
  /** Somebody joined ahead, as the queue's rule has it for their class. */
  | "precedence"
  /** Somebody whose call was given up came back within the grace time. */
  | "return"
  /** Somebody's call was taken back. */
  | "call-taken-back"
  /** Somebody came from another queue and kept their seniority. */
  | "came-from-elsewhere"
  /** Booked times: an appointment's time has come, or that of this ticket has not come yet. */
  | "booked-time"
  /** A member of staff moved this ticket, or another one past it. */
  | "moved-by-staff"
  /** The queue's rule was changed. */
  | "new-rule"
  /** The turns between the classes went on, or a place given by hand was kept. */
  | "turn";

export interface PlacePart {
  readonly cause: PlaceCause;
  /** Places: below zero is forward. */
  readonly change: number;
  /** The rule by which somebody passed, for `precedence` and `turn`. */
  readonly rule?: Policy["kind"];
}

interface Happened {
  readonly seq: number;
  readonly at: Instant;
  readonly queueId: string;
}

/** One line of a ticket's ledger. `to` less `from` is the sum of the parts. */
export type PlaceChange = Happened &
  (
    | {
        readonly kind: "entered";
        readonly why: "joined" | "returned" | "call-taken-back" | "transferred";
        readonly to: number;
      }
    | {
        readonly kind: "moved";
        readonly from: number;
        readonly to: number;
        readonly parts: readonly PlacePart[];
      }
    | {
        readonly kind: "left-line";
        readonly why: "called" | "cancelled" | "transferred";
        readonly from: number;
      }
  );
