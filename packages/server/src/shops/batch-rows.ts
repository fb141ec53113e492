import {
  type Actor,
  type Counter,
  type Display,
  type EventBody,
  type Queue,
  type Service,
  type ShopEvent,
  type ShopState,
  storedShop,
  type StoredShop,
  type Ticket,
} from "@callnext/core";
import type { PersonRow } from "./load-shop.ts";
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
  /** Kept so that what happened on that day can be told later. */
  readonly dayStart: StoredShop | null;
  /** `retired`: unchanged, but no longer live. */
  readonly tickets: Changes<TicketRow> & { readonly retired: readonly string[] };
  readonly services: Changes<Service>;
  /** Without the line: it follows from the tickets and would make every write as long as the line. */
  readonly queues: Changes<Omit<Queue, "line">>;
  readonly counters: Changes<Counter>;
  readonly displays: Changes<Display>;
  readonly people: readonly PersonRow[];
  readonly answers: readonly AnswerRow[];
}

export function batchRows(plan: BatchPlan, submissions: readonly Submission[]): BatchRows {
  const { before, after } = plan;
  const queues = changes(before.queues, after.queues);
  return {
    after,
    events: plan.events.map(eventRow),
    shopChanged: before.shop !== after.shop,
    dayStart: plan.dayStart === null ? null : storedShop(plan.dayStart),
    tickets: ticketChanges(plan),
    services: changes(before.services, after.services),
    queues: { added: queues.added.map(withoutLine), changed: queues.changed.map(withoutLine) },
    counters: changes(before.counters, after.counters),
    displays: changes(before.displays, after.displays),
    people: [...plan.people]
      .filter(([, person]) => person.fullName !== null || person.phone !== null || person.email !== null)
      .map(([id, person]) => ({
        ticket_id: id,
        full_name: person.fullName,
        phone: person.phone,
        email: person.email,
      })),
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
