import type { AppointmentStatus } from "../appointments/appointment.ts";
import type { Absence, WorkPattern } from "../appointments/provider.ts";
import type { Actor } from "../queue/actor.ts";
import type { Outcome, Priority, TicketStatus } from "../queue/ticket.ts";
import type { Policy, QueueStatus } from "../queue/queue.ts";
import type { OpeningHours, SpecialDay } from "../queue/shop.ts";

/**
 * What each audience may know of a shop, as it stands on the wire.
 * A view is a record of collections, a collection a record of entities by key: two views differ by
 * entities set and entities gone, whatever the audience. A collection with one entity uses the key `self`.
 * Times are ISO 8601 in UTC; names are snake_case as everywhere on the wire.
 */
export type View = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * A wait in whole minutes: half are called by the first, nine in ten by the second, one in ten before the third: it lies
 * between third and second four times out of five.
 */
export type WaitRange = readonly [p50: number, p90: number, p10: number];

export interface QueueOnWire {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly status: QueueStatus;
  readonly rank: number;
  readonly capacity: number | null;
  readonly service_ids: readonly number[];
  /** For each place of the line, and one more for whoever would join now. */
  readonly waits: readonly WaitRange[];
  /** Whoever joins now will wait clearly longer than people usually do at this hour. */
  readonly longer_than_usual: boolean;
}

export interface ShopOnWire {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly address: string;
  readonly time_zone: string;
  readonly locale: string;
  readonly opening_hours: OpeningHours;
  readonly tenant_slug: string;
  readonly tenant_name: string;
}

export interface ServiceOnWire {
  readonly id: number;
  readonly name: string;
  readonly duration_minutes: number;
  readonly archived: boolean;
}

/** Topic `shop:{id}:staff`. */
export interface StaffView {
  readonly shop: { readonly self: StaffShop };
  readonly queues: Readonly<Record<string, StaffQueue>>;
  readonly services: Readonly<Record<string, ServiceOnWire>>;
  readonly counters: Readonly<Record<string, StaffCounter>>;
  readonly displays: Readonly<Record<string, StaffDisplay>>;
  /** Open tickets, and the ended ones that boards still show or that may return, by id. */
  readonly tickets: Readonly<Record<string, StaffTicket>>;
}
export interface StaffShop extends ShopOnWire {
  readonly day_turns_at_minutes: number;
  readonly grace_minutes: number;
  readonly new_counters_by_label: boolean;
  readonly public_names: boolean;
  readonly phone_alone: boolean;
  /** Visitors see how often the waiting times came true. */
  readonly publish_record: boolean;
  /** Days unlike their weekday; without periods: closed. */
  readonly special_days: readonly SpecialDay[];
  readonly service_day: string;
}
export interface StaffQueue extends QueueOnWire {
  readonly policy: Policy;
  readonly target_wait_minutes: number;
  readonly archived: boolean;
  /** `entry` of each waiting ticket, in calling order. */
  readonly line: readonly number[];
  readonly line_seq: number;
  /** So many walk-ins are called before an appointment that is due; null: it stands as if it had joined at its time. */
  readonly walk_ins_ahead: number | null;
}
export interface StaffCounter {
  readonly id: string;
  readonly label: string;
  readonly archived: boolean;
  /** The ticket called to it or served at it. */
  readonly ticket_id: string | null;
}
export interface StaffDisplay {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  /** Anyone who knows its address may look at it. */
  readonly public: boolean;
  readonly queue_ids: readonly string[];
}
export interface StaffTicket {
  readonly id: string;
  readonly entry: number;
  readonly number: string;
  readonly queue_id: string;
  readonly service_id: number | null;
  readonly status: TicketStatus;
  readonly outcome: Outcome | null;
  readonly priority: Priority;
  readonly party_size: number;
  readonly locale: string | null;
  readonly joined_by: Actor["kind"];
  readonly full_name: string | null;
  readonly phone: string | null;
  /** The appointment it was checked in from, and its booked time. */
  readonly appointment_id: number | null;
  readonly appointment_time: string | null;
  /** Whom the visitor wants. */
  readonly wanted_staff_id: number | null;
  readonly wanted_name: string | null;
  /** Its place was given by hand. */
  readonly placed_by_hand: boolean;
  readonly present: boolean;
  readonly counter: string | null;
  readonly agent_name: string | null;
  readonly calls: number;
  readonly created_at: string;
  readonly called_at: string | null;
  readonly started_at: string | null;
  readonly ended_at: string | null;
}

/** Topic `shop:{id}:public`: the same for every phone in the room; numbers and order only. */
export interface PublicView {
  readonly shop: { readonly self: ShopOnWire };
  readonly queues: Readonly<Record<string, PublicQueue>>;
  readonly services: Readonly<Record<string, ServiceOnWire>>;
  /** Tickets called, being served or on hold, and recent ended calls, by number. */
  readonly calls: Readonly<Record<string, PublicCall>>;
}
export interface PublicQueue extends QueueOnWire {
  /** Numbers waiting, in calling order. */
  readonly line: readonly string[];
  /** Of those of the line that came by appointment, the booked time. */
  readonly appointments: Readonly<Record<string, string>>;
}
export interface PublicCall {
  readonly number: string;
  readonly queue_id: string;
  readonly status: TicketStatus;
  readonly counter: string | null;
  readonly calls: number;
  readonly called_at: string | null;
  /** Came by appointment: the booked time. */
  readonly appointment_time?: string;
}

/** Topic `display:{id}`. Statuses are the second document's (appele, en_service, …). */
export interface DisplayView {
  readonly display: { readonly self: DisplaySettings };
  readonly queues: Readonly<Record<string, DisplayQueue>>;
  readonly tickets: Readonly<Record<string, DisplayTicket>>;
  /** Ticket ids, newest call first, at most 10. */
  readonly order: { readonly self: readonly string[] };
}
export interface DisplaySettings {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly layout: string;
  readonly theme: {
    readonly primaryColor: string;
    readonly backgroundColor: string;
    readonly textColor: string;
    readonly logo: string | null;
  };
  readonly active: boolean;
  readonly auto_refresh_seconds: number;
  readonly show_video: boolean;
  readonly video_url: string | null;
  readonly background_image: string | null;
  readonly custom_message: string | null;
  readonly secondary_message: string | null;
  readonly message_position: string;
  readonly ticket_colors: Readonly<Record<string, string>>;
  readonly shop_id: number;
  readonly shop_slug: string;
  readonly shop_name: string;
  readonly tenant_slug: string;
  readonly time_zone: string;
  readonly locale: string;
}
export interface DisplayQueue {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly waiting: number;
  /** For whoever joins now, on a display that shows it. */
  readonly wait?: WaitRange;
}
export interface DisplayTicket {
  readonly id: string;
  readonly number: string;
  readonly queue_name: string;
  readonly queue_id: string;
  readonly status: "en_attente" | "appele" | "en_service" | "pause" | "clos" | "no_show";
  readonly called_at: string | null;
  /** An integer where the label is digits. */
  readonly counter: string | number | null;
  readonly agent_name: string | null;
  /** Only on a display that shows names, where one was given. */
  readonly visitor_name?: string;
  /** Came by appointment: the booked time. */
  readonly appointment_time?: string;
  readonly calls: number;
}

export interface NamedOnWire {
  readonly id: number;
  readonly full_name: string;
}

/** One appointment, for staff, for the first document's pages and in lists. */
export interface AppointmentOnWire {
  readonly id: number;
  readonly shop_id: number;
  readonly business_id: number;
  readonly status: AppointmentStatus;
  readonly appointment_time: string;
  readonly end_time: string;
  /** Masked for those who are not staff, unless the shop shows names to all; null where none is held. */
  readonly full_name: string | null;
  readonly phone_number: string | null;
  readonly email: string | null;
  readonly notes: string | null;
  readonly number_of_people: number;
  readonly service_id: number;
  /** `duration` in minutes. */
  readonly service: { readonly id: number; readonly name: string; readonly duration: number } | null;
  readonly provider_id: string;
  readonly provider_name: string;
  /** The member of staff; null: a room or a chair. */
  readonly barber_id: number | null;
  readonly barber: NamedOnWire | null;
  readonly employee_id: number | null;
  readonly employee: NamedOnWire | null;
  readonly created_at: string;
  readonly updated_at: string;
  /** Since check-in. */
  readonly ticket_id: string | null;
  /** While the ticket is at hand. */
  readonly ticket_number: string | null;
  /** When the visitor said so. */
  readonly on_my_way: string | null;
  readonly late_minutes: number | null;
  readonly held_until: string | null;
}

/** Topic `shop:{id}:appointments`: today and the seven days after, at most 500, holds among them. */
export interface AppointmentsView {
  readonly calendar: { readonly self: CalendarShown };
  readonly services: Readonly<Record<string, ServiceOnWire>>;
  readonly providers: Readonly<Record<string, ProviderShown>>;
  readonly appointments: Readonly<Record<string, AppointmentOnWire>>;
}
export interface CalendarShown {
  readonly shop_id: number;
  readonly time_zone: string;
  readonly service_day: string;
  /** [from, until) */
  readonly from: string;
  readonly until: string;
  /** There are more appointments in these days than are listed. */
  readonly more: boolean;
}
export interface ProviderShown {
  readonly id: string;
  readonly staff_id: number | null;
  /** The person's, or the room's. */
  readonly name: string;
  readonly service_ids: readonly number[];
  readonly lanes: number;
  readonly patterns: readonly {
    readonly from: string;
    readonly until: string | null;
    readonly every_weeks: number;
    readonly periods: WorkPattern["periods"];
  }[];
  /** When, and not why: that is for those who plan. */
  readonly absences: readonly Pick<Absence, "from" | "until">[];
  readonly archived: boolean;
  readonly rank: number;
}

/** What turns a view at one seq into the view at another: entities to set, keys to drop. */
export interface ViewDelta {
  readonly set: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly unset: Readonly<Record<string, readonly string[]>>;
}
