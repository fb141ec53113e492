import {
  type Actor,
  type Appointment,
  type AppointmentId,
  type Counter,
  type Display,
  type EventBody,
  type Instant,
  nextMoment,
  type Provider,
  type Queue,
  type Service,
  type ShopEvent,
  type ShopState,
  storedShop,
  type StoredShop,
  type Ticket,
} from "@callnext/core";
import type { BookerRow, PersonRow } from "./people-rows.ts";
import type { BatchPlan } from "./plan-batch.ts";
import type { Submission } from "./shop-runtime.ts";
import type { StoredAnswer } from "./stored-answer.ts";

interface Changes<Row> {
  readonly added: readonly Row[];
  readonly changed: readonly Row[];
}

interface TicketRow {
  readonly live: boolean;
  readonly b: Ticket;
}

interface AppointmentRow {
  readonly live: boolean;
  readonly b: Appointment;
}

/** `copied_from`: only while the booker of this appointment is still held. */
interface VisitorRow extends PersonRow {
  readonly copied_from: AppointmentId | null;
}

interface AnswerRow {
  readonly actor: string;
  readonly route: string;
  readonly key: string;
  readonly body_hash: string;
  readonly answer: StoredAnswer;
}

/** What a batch writes, row by row. */
export interface BatchRows {
  readonly after: ShopState;
  readonly events: readonly { seq: number; at: number; actor: Actor; body: EventBody }[];
  readonly shopChanged: boolean;
  /** When time alone will change something; undefined: as before. */
  readonly wakesAt: Instant | null | undefined;
  /** Kept so that what happened on that day can be told later. */
  readonly dayStart: StoredShop | null;
  /** `retired`: unchanged, but no longer live. */
  readonly tickets: Changes<TicketRow> & { readonly retired: readonly string[] };
  readonly services: Changes<Service>;
  /** Without the line: it follows from the tickets and would make every write as long as the line. */
  readonly queues: Changes<Omit<Queue, "line">>;
  readonly counters: Changes<Counter>;
  readonly displays: Changes<Display>;
  readonly providers: Changes<Provider>;
  /** `retired` as of the tickets; `dropped`: holds that were let go, of which nothing is kept. */
  readonly appointments: Changes<AppointmentRow> & {
    readonly retired: readonly AppointmentId[];
    readonly dropped: readonly AppointmentId[];
  };
  readonly people: readonly VisitorRow[];
  readonly bookers: readonly BookerRow[];
  readonly answers: readonly AnswerRow[];
}

export function batchRows(plan: BatchPlan, submissions: readonly Submission[]): BatchRows {
  const { before, after } = plan;
  const queues = changes(before.queues, after.queues);
  const appointments = appointmentChanges(plan);
  return {
    after,
    events: plan.events.map(eventRow),
    shopChanged: before.shop !== after.shop,
    wakesAt: wakesAt(plan),
    dayStart: plan.dayStart === null ? null : storedShop(plan.dayStart),
    tickets: ticketChanges(plan),
    services: changes(before.services, after.services),
    queues: { added: queues.added.map(withoutLine), changed: queues.changed.map(withoutLine) },
    counters: changes(before.counters, after.counters),
    displays: changes(before.displays, after.displays),
    providers: changes(before.providers, after.providers),
    appointments,
    people: visitorRows(plan),
    bookers: bookerRows(plan, appointments),
    answers: answerRows(plan, submissions),
  };
}

/** The state shares what did not change, so another object is a changed one. */
function changes<Id, Row>(before: ReadonlyMap<Id, Row>, after: ReadonlyMap<Id, Row>): Changes<Row> {
  const added: Row[] = [];
  const changed: Row[] = [];
  if (before !== after) {
    for (const [id, row] of after) {
      const known = before.get(id);
      if (known === undefined) added.push(row);
      else if (known !== row) changed.push(row);
    }
  }
  return { added, changed };
}

function ticketChanges({ before, after, tickets }: BatchPlan): BatchRows["tickets"] {
  const added: TicketRow[] = [];
  const changed: TicketRow[] = [];
  for (const [id, ticket] of tickets) {
    const row = { live: after.tickets.has(id), b: ticket };
    if (before.tickets.has(id)) changed.push(row);
    else added.push(row);
  }
  const retired: string[] = [];
  if (before.tickets !== after.tickets) {
    for (const id of before.tickets.keys()) if (!after.tickets.has(id) && !tickets.has(id)) retired.push(id);
  }
  return { added, changed, retired };
}

function appointmentChanges({ before, after, appointments, events }: BatchPlan): BatchRows["appointments"] {
  const released = new Set(
    events.map((event) => (event.type === "slot-released" ? event.appointmentId : null)),
  );
  const added: AppointmentRow[] = [];
  const changed: AppointmentRow[] = [];
  const dropped: AppointmentId[] = [];
  for (const [id, appointment] of appointments) {
    const live = after.appointments.has(id);
    const known = before.appointments.has(id);
    if (live || !released.has(id)) (known ? changed : added).push({ live, b: appointment });
    else if (known) dropped.push(id);
  }
  const retired: AppointmentId[] = [];
  if (before.appointments !== after.appointments) {
    for (const id of before.appointments.keys())
      if (!after.appointments.has(id) && !appointments.has(id)) retired.push(id);
  }
  return { added, changed, retired, dropped };
}

function wakesAt({ before, after }: BatchPlan): BatchRows["wakesAt"] {
  if (before.appointments === after.appointments && before.shop === after.shop) return undefined;
  return nextMoment(after);
}

function visitorRows({ people, copied }: BatchPlan): readonly VisitorRow[] {
  return [...people]
    .filter(([, { fullName, phone, email }]) => fullName !== null || phone !== null || email !== null)
    .map(([id, person]) => ({
      ticket_id: id,
      full_name: person.fullName,
      phone: person.phone,
      email: person.email,
      copied_from: copied.get(id) ?? null,
    }));
}

/** Not of a hold that was let go in the same batch. */
function bookerRows(
  { bookers }: BatchPlan,
  { added, changed }: BatchRows["appointments"],
): readonly BookerRow[] {
  const written = new Set([...added, ...changed].map(({ b }) => b.id));
  return [...bookers]
    .filter(([id]) => written.has(id))
    .map(([id, booker]) => ({
      appointment_id: id,
      full_name: booker.fullName,
      phone: booker.phone,
      email: booker.email,
      notes: booker.notes,
    }));
}

function withoutLine(queue: Queue): Omit<Queue, "line"> {
  const { line: _, ...rest } = queue;
  return rest;
}

function eventRow(event: ShopEvent): BatchRows["events"][number] {
  const { seq, at, by, ...body } = event;
  return { seq, at, actor: by, body };
}

function answerRows(plan: BatchPlan, submissions: readonly Submission[]): readonly AnswerRow[] {
  const rows: AnswerRow[] = [];
  for (const [index, result] of plan.results.entries()) {
    const claim = submissions[index]?.idempotency;
    if (claim === undefined || result.kind !== "decided") continue;
    const { actor, route, key, bodyHash } = claim;
    rows.push({ actor, route, key, body_hash: bodyHash, answer: result.stored });
  }
  return rows;
}
