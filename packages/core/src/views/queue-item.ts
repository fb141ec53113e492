import type { Service } from "../queue/shop.ts";
import type { Ticket } from "../queue/ticket.ts";
import { agentName } from "./agent-name.ts";
import { isoTime, isoTimeOrNull } from "./iso-time.ts";
import { maskName } from "./mask-name.ts";
import { servedBy } from "./served-by.ts";
import type { ViewInput } from "./view-input.ts";
import { type WalkInStatus, walkInStatus } from "./walk-in-status.ts";

interface Named {
  readonly id: number;
  readonly full_name: string;
}

/** One visitor in the first document's queue. `barber` and `employee` are its older and its later word for the agent. */
export interface QueueItem {
  readonly id: number;
  readonly shop_id: number;
  readonly business_id: number;
  /** The ticket's number where no name was given. */
  readonly full_name: string;
  readonly phone_number: string | null;
  readonly status: WalkInStatus;
  readonly position_in_queue: number;
  readonly number_of_people: number;
  readonly check_in_time: string;
  readonly service_start_time: string | null;
  readonly service_end_time: string | null;
  readonly estimated_service_time: string | null;
  readonly service_id: number | null;
  readonly service: { readonly id: number; readonly name: string; readonly duration: number } | null;
  readonly barber_id: number | null;
  readonly barber: Named | null;
  readonly employee_id: number | null;
  readonly employee: Named | null;
  /** Of the appointment it was checked in from. */
  readonly notes: string | null;
  readonly appointment_id: number | null;
  readonly appointment_time: string | null;
  readonly ticket_id: string;
  readonly ticket_number: string;
  readonly queue_id: string;
  readonly queue_name: string;
}

export interface Audience {
  /** Without a staff session: no phone numbers, and masked names unless the shop shows names to all. */
  readonly masked: boolean;
}

export const nameShown = (input: ViewInput, ticket: Ticket, { masked }: Audience): string => {
  const fullName = input.people.get(ticket.id)?.fullName ?? null;
  if (fullName === null) return ticket.number;
  return masked && !input.state.shop.publicNames ? maskName(fullName) : fullName;
};

const serviceShown = (service: Service | undefined): QueueItem["service"] =>
  service === undefined ? null : { id: service.id, name: service.name, duration: service.durationMinutes };

const agentShown = (input: ViewInput, ticket: Ticket): Named | null => {
  const agentId = servedBy(input.state, ticket);
  return agentId === null ? null : { id: agentId, full_name: agentName(input, { agentId }) ?? "" };
};

const notesShown = (input: ViewInput, { appointmentId }: Ticket, { masked }: Audience): string | null =>
  masked || appointmentId === undefined ? null : (input.bookers.get(appointmentId)?.notes ?? null);

/** `expectedAt`: when a waiting ticket will probably be called, in ms since the epoch. */
export const queueItem = (
  input: ViewInput,
  ticket: Ticket,
  place: { readonly position: number; readonly expectedAt: number | null },
  audience: Audience,
): QueueItem => {
  const { state } = input;
  const agent = agentShown(input, ticket);
  return {
    id: ticket.entry,
    shop_id: state.shop.id,
    business_id: state.shop.id,
    full_name: nameShown(input, ticket, audience),
    phone_number: audience.masked ? null : (input.people.get(ticket.id)?.phone ?? null),
    status: walkInStatus(ticket.status),
    position_in_queue: place.position,
    number_of_people: ticket.partySize,
    check_in_time: isoTime(ticket.issuedAt ?? ticket.joinedAt),
    service_start_time: isoTimeOrNull(ticket.startedAt),
    service_end_time: isoTimeOrNull(ticket.endedAt),
    estimated_service_time: isoTimeOrNull(place.expectedAt),
    service_id: ticket.serviceId,
    service: ticket.serviceId === null ? null : serviceShown(state.services.get(ticket.serviceId)),
    barber_id: agent?.id ?? null,
    barber: agent,
    employee_id: agent?.id ?? null,
    employee: agent,
    notes: notesShown(input, ticket, audience),
    appointment_id: ticket.appointmentId ?? null,
    appointment_time: isoTimeOrNull(ticket.dueAt ?? null),
    ticket_id: ticket.id,
    ticket_number: ticket.number,
    queue_id: ticket.queueId,
    queue_name: state.queues.get(ticket.queueId)?.name ?? "",
  };
};
