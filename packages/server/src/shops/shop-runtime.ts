import type { Amendment } from "./amendment.ts";
import type {
  Actor,
  Appointment,
  AppointmentId,
  Command,
  QueueForecasts,
  Refusal,
  ShopEvent,
  ShopState,
  Ticket,
  TicketId,
} from "@callnext/core";

/** A visitor's personal data. Lives outside the event log, joined by ticket id, so that it can be erased. */
export interface Person {
  readonly fullName: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** Whose an appointment is; held in the same way, by the appointment's id. */
export interface Booker extends Person {
  readonly notes: string | null;
}

export interface TenantRef {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly locale: string;
}

/** One committed state of a shop with what the core leaves out. Never changed in place. */
export interface ShopSnapshot {
  readonly tenant: TenantRef;
  readonly epoch: string;
  readonly state: ShopState;
  /** Of the tickets in `state`. */
  readonly people: ReadonlyMap<TicketId, Person>;
  /** Of the appointments in `state`. */
  readonly bookers: ReadonlyMap<AppointmentId, Booker>;
  /** Names of the tenant's staff by id, for agent names. */
  readonly staffNames: ReadonlyMap<number, string>;
  /** Whether the tenant is suspended: its shops are for nobody then. */
  readonly suspended: boolean;
  /** What the shop's forecaster says of a queue; absent while none is at work. */
  readonly waits?: (queueId: string) => QueueForecasts | undefined;
}

/** What a commit (on this node or another) did; told after the commit, strictly by seq. */
export interface ShopChange {
  readonly before: ShopSnapshot;
  readonly after: ShopSnapshot;
  /** Consecutive; the last one's seq is `after.state.seq`. None where only names of staff changed, or the epoch did. */
  readonly events: readonly ShopEvent[];
}

export interface IdempotencyClaim {
  readonly key: string;
  /** Scope beside the tenant: who asks ("staff:12", "public") and by which route. */
  readonly actor: string;
  readonly route: string;
  /** Hash of the request's body; the same key with another body is refused. */
  readonly bodyHash: string;
}

export interface Submission {
  readonly shopId: number;
  readonly by: Actor;
  readonly command: Command | Amendment;
  /**
   * Only with `issue-ticket`, or with `hold-slot`, `book-appointment` and `move-appointment`, where it takes the place
   * of what was held of the appointment's booker. Checking in makes the booker the ticket's visitor.
   */
  readonly person?: Person & Partial<Booker>;
  readonly idempotency?: IdempotencyClaim;
  /** The caller's own reference (an id it made), kept with the answer and given back on a replay. */
  readonly ref?: string;
}

/** What a command did, as it stood at its commit; a replayed key gives exactly this again. */
export interface CommandAnswer {
  readonly seq: number;
  readonly epoch: string;
  /** The ticket after the command, or null for commands about no ticket. */
  readonly ticket: Ticket | null;
  /** The appointment after the command: the one it named, or the ticket's. */
  readonly appointment: Appointment | null;
  /** 1-based place while it waits, else null. */
  readonly position: number | null;
  /** Label of the ticket's counter at that moment. */
  readonly counter: string | null;
  readonly ref: string | null;
}

export type CommandRefusal =
  | Refusal
  | { readonly code: "shop-not-found"; readonly shopId: number }
  | { readonly code: "idempotency-mismatch"; readonly key: string }
  /** The shop's bounded mailbox is full, or its wait ran out: nothing was done. */
  | { readonly code: "too-busy" }
  /** The database cannot be reached: nothing is known to be done; retry with the same key. */
  | { readonly code: "unavailable" };

export type CommandOutcome =
  | {
      readonly ok: true;
      readonly answer: CommandAnswer;
      /** The state at (or after) the answer's seq. */
      readonly snapshot: ShopSnapshot;
      readonly replayed: boolean;
    }
  | { readonly ok: false; readonly refusal: CommandRefusal };

/** The only way to change a shop, and the only source of what it looks like. */
export interface ShopRuntime {
  submit(submission: Submission): Promise<CommandOutcome>;
  /** The newest state this node holds (loaded when it holds none), or undefined for an unknown shop. */
  snapshot(shopId: number): Promise<ShopSnapshot | undefined>;
  /** Never older than the shop's seq in the database when asked. */
  freshSnapshot(shopId: number): Promise<ShopSnapshot | undefined>;
  /** Called after each commit, in order; never from inside a transaction. Keeps the shop followed until disposed. */
  follow(shopId: number, listener: (change: ShopChange) => void): Disposable;
  /** Events after `sinceSeq`, oldest first, at most `limit`; from the log. */
  events(shopId: number, sinceSeq: number, limit: number): Promise<readonly ShopEvent[]>;
  /**
   * How long ago what this node holds of the shop was last known to be the newest in the database, ms; Infinity
   * where it never was. Counted from when the database was asked, since its answer is as old as that at least.
   */
  verifiedMsAgo(shopId: number): number;
  /**
   * Staff were added or renamed, or the tenant suspended or resumed: snapshots of its shops say so, and whoever
   * follows them is told by a change without events.
   */
  staffChanged(tenantId: number): Promise<void>;
  /** Visitors of the tenant were erased: snapshots let go of them in the same way, on every node. */
  peopleErased(tenantId: number): Promise<void>;
}
