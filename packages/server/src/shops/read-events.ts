import type { Actor, EventBody, ShopEvent, TicketId } from "@callnext/core";
import { peopleFrom, type PersonRow } from "./load-shop.ts";
import type { Queryable } from "./queryable.ts";
import type { Person } from "./shop-runtime.ts";

/** Consecutive events with the personal data of the tickets they issued. */
export interface EventPage {
  readonly events: readonly ShopEvent[];
  readonly people: ReadonlyMap<TicketId, Person>;
}

interface Row extends Partial<PersonRow> {
  readonly seq: number;
  readonly at: Date;
  readonly actor: Actor;
  readonly body: EventBody;
}

const TEXT = `select e.seq, e.at, e.actor, e.body, v.ticket_id, v.full_name, v.phone, v.email
  from events e
  left join visitors v on e.type = 'ticket-issued' and v.ticket_id = (e.body->>'ticketId')::uuid
  where e.shop_id = $1 and e.seq > $2 order by e.seq limit $3`;

/** From the log: those after `sinceSeq`, oldest first. */
export async function readEvents(
  database: Queryable,
  shopId: number,
  sinceSeq: number,
  limit: number,
): Promise<EventPage> {
  const answer = await database.query<Row>({
    name: "read-events",
    text: TEXT,
    values: [shopId, sinceSeq, limit],
  });
  return {
    events: answer.rows.map((row) => ({ ...row.body, seq: row.seq, at: row.at.getTime(), by: row.actor })),
    people: peopleFrom(answer.rows.filter(hasPerson)),
  };
}

function hasPerson(row: Row): row is Row & PersonRow {
  return typeof row.ticket_id === "string";
}
