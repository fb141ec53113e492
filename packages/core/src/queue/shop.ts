import type { Appointment, AppointmentId } from "../appointments/appointment.ts";
import type { BookingRules } from "../appointments/booking-rules.ts";
import type { Provider } from "../appointments/provider.ts";
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

/** A day that is unlike its weekday: a holiday, a market day. */
export interface SpecialDay {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** In place of the weekday's; none: closed. */
  readonly periods: readonly OpenPeriod[];
  readonly label: string;
}

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
  /** Visitors see how often the waiting times came true. Absent: they do not. */
  readonly publishRecord?: boolean;
  /** Absent in shops older than them: none. At most one of a date. */
  readonly specialDays?: readonly SpecialDay[];
  /** Absent: `USUAL_BOOKING_RULES`. */
  readonly booking?: BookingRules;
}

export interface Service {
  readonly id: number;
  readonly name: string;
  readonly durationMinutes: number;
  /** Kept free before and after an appointment for it. Absent: 0. */
  readonly bufferBeforeMinutes?: number;
  readonly bufferAfterMinutes?: number;
  /** Whether appointments are made for it. Absent: yes. */
  readonly bookable?: boolean;
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
  /** How long whoever joins now waits, by queue. Absent: not shown. */
  readonly showWaits?: boolean;
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
  readonly providers: ReadonlyMap<string, Provider>;
  /** Those held, scheduled or checked in, and those that ended in this service day or whose ticket is here. */
  readonly appointments: ReadonlyMap<AppointmentId, Appointment>;
  /** Open tickets, and of the ended ones those in a queue's `recentCalls` and the day's no-shows (at most `KEPT_NO_SHOWS`, newest). */
  readonly tickets: ReadonlyMap<TicketId, Ticket>;
  /** Counter id -> the one ticket called to it or served at it. */
  readonly busy: ReadonlyMap<string, TicketId>;
}

export const MAX_OPEN_TICKETS = 5_000;
export const KEPT_NO_SHOWS = 200;
/** Held, scheduled and checked in. */
export const MAX_LIVE_APPOINTMENTS = 20_000;
