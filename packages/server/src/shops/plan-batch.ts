import {
  type Appointment,
  type AppointmentId,
  type Command,
  type Decision,
  decide,
  fold,
  foldWithChanges,
  type Instant,
  type ShopEvent,
  type ShopState,
  type Ticket,
  type TicketId,
} from "@callnext/core";
import type { FoundAnswer } from "./find-answers.ts";
import { commandOn } from "./amendment.ts";
import { notePerson, type NotedPeople } from "./note-person.ts";
import type { Booker, CommandAnswer, Person, Submission } from "./shop-runtime.ts";
import { isSameRequest } from "./same-request.ts";
import { claimName, type StoredAnswer } from "./stored-answer.ts";

/** What one submission of a batch comes to. */
export type Result =
  | { readonly kind: "decided"; readonly stored: StoredAnswer }
  | { readonly kind: "replayed"; readonly stored: StoredAnswer }
  /** The same key stands earlier in this batch: it gets what that one gets. */
  | { readonly kind: "twin"; readonly of: number }
  /** The rules themselves failed on it; it changes nothing. */
  | { readonly kind: "fault"; readonly error: unknown };

/** What a batch will do to the shop, before anything is written. */
export interface BatchPlan {
  readonly before: ShopState;
  readonly after: ShopState;
  readonly events: readonly ShopEvent[];
  /** The state with which a service day began in this batch; null: none did. */
  readonly dayStart: ShopState | null;
  /** The last form of each ticket changed, of those too that left the state. */
  readonly tickets: ReadonlyMap<TicketId, Ticket>;
  readonly people: ReadonlyMap<TicketId, Person>;
  /** Likewise of the appointments. */
  readonly appointments: ReadonlyMap<AppointmentId, Appointment>;
  readonly bookers: ReadonlyMap<AppointmentId, Booker>;
  /** Whose visitor is the stored booker of which appointment. */
  readonly copied: ReadonlyMap<TicketId, AppointmentId>;
  /** One for each submission, in order. */
  readonly results: readonly Result[];
}

export interface BatchContext {
  readonly epoch: string;
  readonly now: Instant;
  /** Of the appointments in the state. */
  readonly bookers: ReadonlyMap<AppointmentId, Booker>;
  /** Answers already given under the batch's keys, where they were looked up. */
  readonly found: ReadonlyMap<string, FoundAnswer>;
  /** A fresh UUID each time. */
  readonly newId: () => string;
}

/** Decides each submission in order, each on the state the ones before it left. */
export function planBatch(
  before: ShopState,
  submissions: readonly Submission[],
  context: BatchContext,
): BatchPlan {
  const batch = new Batch(before, context);
  const results = submissions.map((submission, index) => batch.take(submission, index));
  return {
    before,
    after: batch.state,
    events: batch.events,
    dayStart: batch.dayStart,
    tickets: batch.tickets,
    people: batch.people,
    appointments: batch.appointments,
    bookers: batch.bookers,
    copied: batch.copied,
    results,
  };
}

class Batch implements NotedPeople {
  state: ShopState;
  dayStart: ShopState | null = null;
  readonly events: ShopEvent[] = [];
  readonly tickets = new Map<TicketId, Ticket>();
  readonly people = new Map<TicketId, Person>();
  readonly appointments = new Map<AppointmentId, Appointment>();
  readonly bookers = new Map<AppointmentId, Booker>();
  readonly copied = new Map<TicketId, AppointmentId>();
  readonly #context: BatchContext;
  readonly #claims = new Map<string, { readonly index: number; readonly bodyHash: string }>();

  constructor(state: ShopState, context: BatchContext) {
    this.state = state;
    this.#context = context;
  }

  take(submission: Submission, index: number): Result {
    return this.#repeated(submission, index) ?? this.#decide(submission);
  }

  #repeated({ idempotency }: Submission, index: number): Result | undefined {
    if (idempotency === undefined) return undefined;
    const name = claimName(idempotency);
    const found = this.#context.found.get(name);
    const earlier = this.#claims.get(name);
    const first = found ?? earlier;
    if (first === undefined) {
      this.#claims.set(name, { index, bodyHash: idempotency.bodyHash });
      return undefined;
    }
    if (!isSameRequest(first.bodyHash, idempotency.bodyHash)) {
      const refusal = { code: "idempotency-mismatch", key: idempotency.key } as const;
      return { kind: "replayed", stored: { ok: false, refusal } };
    }
    if (found !== undefined) return { kind: "replayed", stored: found.stored };
    return earlier === undefined ? undefined : { kind: "twin", of: earlier.index };
  }

  #decide(submission: Submission): Result {
    const now = Math.max(this.#context.now, this.state.at);
    try {
      const command = commandOn(this.state, submission.command);
      const decision = decide(this.state, command, { now, by: submission.by, newId: this.#context.newId });
      return { kind: "decided", stored: this.#carryOut(submission, command, decision, now) };
    } catch (error) {
      return { kind: "fault", error };
    }
  }

  #carryOut(submission: Submission, command: Command, decision: Decision, now: Instant): StoredAnswer {
    if (!decision.ok) return decision;
    const events = decision.events.map((body, index) => ({
      ...body,
      seq: this.state.seq + 1 + index,
      at: now,
      by: submission.by,
    }));
    const { state, changedTickets, changedAppointments } = foldWithChanges(this.state, events);
    const [first] = events;
    if (first?.type === "service-day-started") this.dayStart = fold(this.state, [first]);
    this.state = state;
    this.events.push(...events);
    for (const [id, ticket] of changedTickets) this.tickets.set(id, ticket);
    for (const [id, appointment] of changedAppointments) this.appointments.set(id, appointment);
    notePerson(this, command, submission.person, this.#context.bookers);
    return { ok: true, answer: this.#answer(submission, command, decision.ticketId) };
  }

  #answer(submission: Submission, command: Command, ticketId: TicketId | null): CommandAnswer {
    const ticket =
      ticketId === null ? null : (this.state.tickets.get(ticketId) ?? this.tickets.get(ticketId) ?? null);
    const named = "appointmentId" in command ? command.appointmentId : ticket?.appointmentId;
    const appointment =
      named === undefined
        ? null
        : (this.state.appointments.get(named) ?? this.appointments.get(named) ?? null);
    const counterId = ticket?.counterId ?? null;
    return {
      seq: this.state.seq,
      epoch: this.#context.epoch,
      ticket,
      appointment,
      position: ticket === null ? null : positionOf(this.state, ticket),
      counter: counterId === null ? null : (this.state.counters.get(counterId)?.label ?? null),
      ref: submission.ref ?? null,
    };
  }
}

function positionOf(state: ShopState, ticket: Ticket): number | null {
  const place = state.queues.get(ticket.queueId)?.line.indexOf(ticket.id) ?? -1;
  return place === -1 ? null : place + 1;
}
