import type { Queue } from "./queue.ts";
import type { Ticket, TicketId } from "./ticket.ts";
import type { Instant, ServiceDay } from "./time.ts";

export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/** `HH:MM` local time; `closes` may be `24:00`, or earlier than `opens` for a night that ends the next morning. */
export interface OpenPeriod {
  readonly opens: string;
  readonly closes: string;
}

export type OpeningHours = Readonly<Record<Weekday, readonly OpenPeriod[]>>;

/** One physical branch. */
export interface Shop {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly address: string;
  /** IANA name, `Africa/Dakar`. */
  readonly timeZone: string;
  readonly locale: string;
  readonly openingHours: OpeningHours;
  /** Minutes after local midnight at which the service day turns. */
  readonly dayTurnsAtMinutes: number;
  /** How long after a no-show a visitor may still return to the line. */
  readonly graceMinutes: number;
  /** A call at a label nobody has used yet creates the counter. */
  readonly newCountersByLabel: boolean;
  /** Names are shown in full to everyone (the first document's behaviour). */
  readonly publicNames: boolean;
  /** A phone number alone lets its owner see and cancel a place (the first document's behaviour). */
  readonly phoneAlone: boolean;
}

export interface Service {
  readonly id: number;
  readonly name: string;
  readonly durationMinutes: number;
  readonly archived: boolean;
}

export interface Counter {
  readonly id: string;
  readonly label: string;
  readonly archived: boolean;
}

export interface DisplayTheme {
  readonly primaryColor: string;
  readonly backgroundColor: string;
  readonly textColor: string;
  readonly logo: string | null;
}

/** What a board shows of visitors' names. `masked`: "Jane S.". */
export type BoardNames = "none" | "masked" | "full";

/** A board standing in the shop. */
export interface Display {
  readonly id: string;
  readonly name: string;
  readonly type: "tv" | "main" | "counter" | "waiting";
  readonly layout: "split" | "grid" | "list" | "fullscreen" | "modern";
  readonly theme: DisplayTheme;
  readonly queueIds: readonly string[];
  readonly active: boolean;
  /** Anyone who knows its address may look at it; otherwise its own devices and the shop's staff. */
  readonly public: boolean;
  readonly autoRefreshSeconds: number;
  readonly showVideo: boolean;
  readonly videoUrl: string | null;
  readonly backgroundImage: string | null;
  readonly customMessage: string | null;
  readonly secondaryMessage: string | null;
  readonly messagePosition: "top" | "bottom";
  /** Absent in displays older than it: none. */
  readonly visitorNames?: BoardNames;
  /** Colour by queue id. */
  readonly ticketColors: Readonly<Record<string, string>>;
}

/**
 * Everything live in one shop after the event `seq`. Never changed in place once published:
 * `fold` works on a draft that shares what did not change.
 */
export interface ShopState {
  readonly shop: Shop;
  readonly seq: number;
  /** Time of the last event. */
  readonly at: Instant;
  readonly serviceDay: ServiceDay;
  readonly services: ReadonlyMap<number, Service>;
  readonly queues: ReadonlyMap<string, Queue>;
  readonly counters: ReadonlyMap<string, Counter>;
  readonly displays: ReadonlyMap<string, Display>;
  /** Open tickets, and of the ended ones those in a queue's `recentCalls` and the day's no-shows (at most `KEPT_NO_SHOWS`, newest). */
  readonly tickets: ReadonlyMap<TicketId, Ticket>;
  /** Counter id -> the one ticket called to it or served at it. */
  readonly busy: ReadonlyMap<string, TicketId>;
}

export const MAX_OPEN_TICKETS = 5_000;
export const KEPT_NO_SHOWS = 200;
