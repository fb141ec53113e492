import type { Actor, AppointmentId, EventBody, ShopEvent, TicketId } from "@callnext/core";
import { type BookerRow, bookersFrom, peopleFrom, type PersonRow } from "./people-rows.ts";
import type { Queryable } from "./queryable.ts";
import type { Booker, Person } from "./shop-runtime.ts";

/** Consecutive events with the personal data of the tickets they issued and of the appointments they gave. */
export interface EventPage {
  readonly events: readonly ShopEvent[];
  readonly people: ReadonlyMap<TicketId, Person>;
  readonly bookers: ReadonlyMap<AppointmentId, Booker>;
}

interface Row {
  readonly seq: number;
  readonly at: Date;
  readonly actor: Actor;
  readonly body: EventBody;
  readonly visitor: PersonRow | null;
  readonly booker: BookerRow | null;
}

const TEXT = `select e.seq, e.at, e.actor, e.body,
  case when v.ticket_id is not null then json_build_object(
    'ticket_id', v.ticket_id, 'full_name', v.full_name, 'phone', v.phone, 'email', v.email) end as visitor,
  case when b.appointment_id is not null then json_build_object('appointment_id', b.appointment_id,
    'full_name', b.full_name, 'phone', b.phone, 'email', b.email, 'notes', b.notes) end as booker
  from events e
  left join visitors v on e.type = 'ticket-issued' and v.ticket_id = (e.body->>'ticketId')::uuid
  left join bookers b on e.type in ('slot-held', 'appointment-booked', 'appointment-moved')
    and b.appointment_id = (e.body->>'appointmentId')::integer
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
    people: peopleFrom(answer.rows.map((row) => row.visitor).filter((row) => row !== null)),
    bookers: bookersFrom(answer.rows.map((row) => row.booker).filter((row) => row !== null)),
  };
}
