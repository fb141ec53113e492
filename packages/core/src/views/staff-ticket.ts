import type { Ticket } from "../queue/ticket.ts";
import { agentName, wantedName } from "./agent-name.ts";
import { counterLabel } from "./counter-on-wire.ts";
import { isoTime, isoTimeOrNull } from "./iso-time.ts";
import type { StaffTicket } from "./types.ts";
import type { ViewInput } from "./view-input.ts";

const build = (ticket: Ticket, input: ViewInput): StaffTicket => {
  const person = input.people.get(ticket.id);
  return {
    id: ticket.id,
    entry: ticket.entry,
    number: ticket.number,
    queue_id: ticket.queueId,
    service_id: ticket.serviceId,
    status: ticket.status,
    outcome: ticket.outcome,
    priority: ticket.priority,
    party_size: ticket.partySize,
    locale: ticket.locale,
    joined_by: ticket.joinedBy,
    full_name: person?.fullName ?? null,
    phone: person?.phone ?? null,
    appointment_id: ticket.appointmentId ?? null,
    appointment_time: isoTimeOrNull(ticket.dueAt ?? null),
    wanted_staff_id: ticket.wantedStaffId ?? null,
    wanted_name: wantedName(input, ticket),
    placed_by_hand: ticket.place !== null,
    present: ticket.presentAt !== null,
    counter: counterLabel(input.state, ticket),
    agent_name: agentName(input, ticket),
    calls: ticket.calls,
    created_at: isoTime(ticket.issuedAt ?? ticket.joinedAt),
    called_at: isoTimeOrNull(ticket.calledAt),
    started_at: isoTimeOrNull(ticket.startedAt),
    ended_at: isoTimeOrNull(ticket.endedAt),
  };
};

interface Made {
  readonly person: object | undefined;
  readonly counter: string | null;
  readonly agent: string | null;
  readonly wanted: string | null;
  readonly onWire: StaffTicket;
}

const made = new WeakMap<Ticket, Made>();

/** The identical object again for the same ticket with the same names: thousands of unchanged tickets cost no comparison. */
export const staffTicket = (ticket: Ticket, input: ViewInput): StaffTicket => {
  const person = input.people.get(ticket.id);
  const counter = counterLabel(input.state, ticket);
  const agent = agentName(input, ticket);
  const wanted = wantedName(input, ticket);
  const before = made.get(ticket);
  if (
    before !== undefined &&
    before.person === person &&
    before.counter === counter &&
    before.agent === agent &&
    before.wanted === wanted
  )
    return before.onWire;
  const onWire = build(ticket, input);
  made.set(ticket, { person, counter, agent, wanted, onWire });
  return onWire;
};
