import type { ShopEvent, ShopState, View } from "@callnext/core";
import type { Booker, Person, TenantRef } from "@callnext/server/simulation";

/** One event as the database has it. */
export interface LoggedEvent {
  readonly event: ShopEvent;
  readonly committedAt: number;
  /** Of the ticket that this event issued. */
  readonly person: Person | undefined;
  /** Of the appointment to which this event gave a slot. */
  readonly booker: Booker | undefined;
}

/** The database between two restorations of a backup. */
export interface Era {
  readonly epoch: string;
  /** Index = seq - 1. */
  readonly log: LoggedEvent[];
  /** The seq from which the log is this era's own; what is before came with the backup. */
  readonly from: number;
  readonly beganAt: number;
  /** The seq to which the next era's backup reached; null for the last era. */
  keptUpTo: number | null;
}

/** A command that took effect. */
export interface Effect {
  readonly operation: string;
  readonly epoch: string;
  readonly fromSeq: number;
  readonly toSeq: number;
}

export type Outcome =
  /** The stored queue of the SDK keeps no answers: there the place is null. */
  | {
      readonly kind: "accepted";
      readonly epoch: string | null;
      readonly seq: number | null;
      readonly ticketId: string | null;
    }
  | { readonly kind: "refused"; readonly code: string }
  /** Nobody knows: the agent gave up. */
  | { readonly kind: "unknown" };

/** What an agent asked for, and what it was told. */
export interface Operation {
  readonly id: string;
  readonly agent: string;
  readonly kind: string;
  readonly queueId: string | null;
  readonly askedAt: number;
  answeredAt: number | null;
  outcome: Outcome;
}

/** What a native screen held from this moment on. */
export interface Observation {
  readonly at: number;
  readonly screen: string;
  /** Grows with each reload of the page. */
  readonly session: number;
  readonly topic: string;
  readonly epoch: string;
  readonly seq: number;
  readonly view: View | null;
  readonly stale: boolean;
  readonly refused: string | null;
}

/** What a board of the second document was told. */
export interface BoardFrame {
  readonly at: number;
  readonly board: string;
  readonly displayId: string;
  /** Grows with each connection. */
  readonly connection: number;
  readonly type: string;
  readonly epoch: string | null;
  readonly seq: number | null;
  readonly ticketId: string | null;
  readonly calls: number | null;
}

/** What a page of the first document was told. */
export interface ListFrame {
  readonly at: number;
  readonly list: string;
  /** Grows with each connection. */
  readonly connection: number;
  readonly type: string;
  readonly epoch: string | null;
  readonly seq: number | null;
  /** The whole list, where it is one. */
  readonly items: readonly object[] | null;
  /** The ticket of a visitor who has just come. */
  readonly entered: string | null;
}

/** A stretch of time in which a screen's page stood still. */
export interface Sleep {
  readonly screen: string;
  readonly from: number;
  to: number;
}

/** Something from a server reached a page: a frame's text, or `http` and a status. */
export interface Arrival {
  readonly at: number;
  readonly text: string;
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What was left over after everybody had gone. */
export interface Leftover {
  readonly who: string;
  readonly what: string;
  readonly count: number;
}

/** Everything that checkers may know of a run: raw, as it happened. */
export interface History {
  /** The shop before its first event. */
  readonly begin: ShopState;
  readonly tenant: TenantRef;
  readonly staffNames: ReadonlyMap<number, string>;
  readonly eras: Era[];
  readonly effects: Effect[];
  readonly operations: Operation[];
  readonly observations: Observation[];
  readonly boardFrames: BoardFrame[];
  readonly listFrames: ListFrame[];
  readonly sleeps: Sleep[];
  /** By page. */
  readonly arrivals: Map<string, Arrival[]>;
  /** Most bytes that waited in a server's socket, by socket. */
  readonly backlogs: Map<string, number>;
  readonly leftovers: Leftover[];
  /** What a server logged as an error: a rule of its own was broken. */
  readonly errors: string[];
  /** What screens stood open at the end, by name, with their topics. */
  readonly screens: { readonly name: string; readonly session: number; readonly topics: readonly string[] }[];
  readonly boards: { readonly name: string; readonly displayId: string }[];
  /** The first document's pages that stood open at the end. */
  readonly lists: string[];
  /** Stretches in which nothing fails: at the end of each all screens have to be right again. */
  calms: readonly Stretch[];
  /** Some time after the last command. */
  endedAt: number;
}

export const newHistory = (shop: Pick<History, "begin" | "tenant" | "staffNames">): History => ({
  ...shop,
  eras: [],
  effects: [],
  operations: [],
  observations: [],
  boardFrames: [],
  listFrames: [],
  lists: [],
  sleeps: [],
  arrivals: new Map(),
  backlogs: new Map(),
  leftovers: [],
  errors: [],
  screens: [],
  boards: [],
  calms: [],
  endedAt: 0,
});
