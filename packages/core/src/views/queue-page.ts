import type { Instant } from "../queue/time.ts";
import { type DocumentAppointment, documentAppointments } from "./document-appointments.ts";
import { isoTime } from "./iso-time.ts";
import { type Audience, type QueueItem, queueItem } from "./queue-item.ts";
import type { ViewInput } from "./view-input.ts";

/** What the first document's path without the trailing slash carries beside `queue_items`. */
export interface QueuePage {
  /** As on the appointments' socket. */
  readonly appointments: readonly DocumentAppointment[];
  /** The newest finished ones that are still at hand, at most 10 per queue, newest first. */
  readonly completed_items: readonly QueueItem[];
  readonly shop_id: number;
  readonly shop_name: string;
  readonly business_id: number;
  readonly business_name: string;
  readonly current_time: string;
  readonly queue: readonly QueuePageEntry[];
}

export interface QueuePageEntry {
  readonly name: string;
  readonly type: "walk_in" | "appointment";
  readonly service: string | null;
  readonly position: number;
  /** Minutes of its service. */
  readonly estimated_duration: number | null;
  readonly number_of_people: number;
  /** Place among all who are in the shop, across its queues. */
  readonly calculated_position: number;
  readonly appointment_time: string | null;
}

const entry = (item: QueueItem, index: number): QueuePageEntry => ({
  name: item.full_name,
  type: item.appointment_time === null ? "walk_in" : "appointment",
  service: item.service?.name ?? null,
  position: item.position_in_queue,
  estimated_duration: item.service?.duration ?? null,
  number_of_people: item.number_of_people,
  calculated_position: index + 1,
  appointment_time: item.appointment_time,
});

/** `items` are those of `queueItems` for the same input and audience. */
export const queuePage = (
  input: ViewInput,
  items: readonly QueueItem[],
  audience: Audience,
  now: Instant,
): QueuePage => {
  const { shop, tickets } = input.state;
  const completed = [...tickets.values()]
    .filter(({ status }) => status === "completed")
    .toSorted((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0) || b.entry - a.entry);
  return {
    appointments: documentAppointments(input, audience),
    completed_items: completed.map((ticket) =>
      queueItem(input, ticket, { position: 0, expectedAt: null }, audience),
    ),
    shop_id: shop.id,
    shop_name: shop.name,
    business_id: shop.id,
    business_name: shop.name,
    current_time: isoTime(now),
    queue: items.map(entry),
  };
};
