import type { QueryConfig } from "pg";
import type { BatchRows } from "./batch-rows.ts";

/** Collects one statement's values while its text is put together. */
class Values {
  readonly list: unknown[] = [];

  add(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }

  json(value: unknown): string {
    return `${this.add(JSON.stringify(value))}::jsonb`;
  }
}

/** A part of the statement; its letter goes into the statement's name, so that equal names mean equal texts. */
interface Section {
  readonly letter: string;
  readonly wanted: (rows: BatchRows) => boolean;
  /** `$1` is the shop and `$2` the tenant. */
  readonly text: (rows: BatchRows, values: Values) => string;
}

/** Everything a batch writes, as one statement; undefined where it writes nothing. */
export function batchStatement(shopId: number, tenantId: number, rows: BatchRows): QueryConfig | undefined {
  const wanted = sections.filter((section) => section.wanted(rows));
  if (wanted.length === 0) return undefined;
  const values = new Values();
  values.add(shopId);
  values.add(tenantId);
  const parts = wanted.map((section, index) => `w${index} as (${section.text(rows, values)})`);
  return {
    name: `batch-${wanted.map((section) => section.letter).join("")}`,
    // Names both so that their types are known also where no section uses them.
    text: `with ${parts.join(",\n")}\nselect $1::integer as shop_id, $2::integer as tenant_id`,
    values: values.list,
  };
}

const instant = (field: string): string => `to_timestamp((b->>'${field}')::float8 / 1000)`;

type Part = "services" | "queues" | "counters" | "displays" | "providers";

/** New and known rows apart: an id that another shop has must fail, not overwrite. */
function partSections(table: Part, letter: string, idType: string): readonly Section[] {
  return [
    {
      letter: `${letter}+`,
      wanted: (rows) => rows[table].added.length > 0,
      text: (rows, values) => `insert into ${table} (id, tenant_id, shop_id, body)
        select (b->>'id')::${idType}, $2, $1, b from jsonb_array_elements(${values.json(rows[table].added)}) b`,
    },
    {
      letter: `${letter}=`,
      wanted: (rows) => rows[table].changed.length > 0,
      text: (rows, values) => `update ${table} p set body = b
        from jsonb_array_elements(${values.json(rows[table].changed)}) b
        where p.id = (b->>'id')::${idType} and p.shop_id = $1`,
    },
  ];
}

function shopText({ after, shopChanged, wakesAt }: BatchRows, values: Values): string {
  const { seq, at, serviceDay, shop } = after;
  const body = shopChanged ? `, slug = ${values.add(shop.slug)}, body = ${values.json(shop)}` : "";
  const wakes = wakesAt === undefined ? "" : `, wakes_at = ${values.add(wakesAt)}`;
  return `update shops set seq = ${values.add(seq)}, at = ${values.add(at)},
    service_day = ${values.add(serviceDay)}${body}${wakes} where id = $1`;
}

/** In each combination of what is written of the shop's row another text. */
const shopSections = [
  { letter: "s", shopChanged: false, wakes: false },
  { letter: "S", shopChanged: true, wakes: true },
  { letter: "z", shopChanged: false, wakes: true },
].map(({ letter, shopChanged, wakes }): Section => ({
  letter,
  wanted: (rows) =>
    rows.events.length > 0 && rows.shopChanged === shopChanged && (rows.wakesAt !== undefined) === wakes,
  text: shopText,
}));

const during = `tstzrange(${instant("busyFrom")}, ${instant("busyUntil")})`;

const appointmentSections: readonly Section[] = [
  {
    letter: "m+",
    wanted: (rows) => rows.appointments.added.length > 0,
    text: (rows, values) => `insert into appointments
      (id, tenant_id, shop_id, provider_id, lane, status, during, starts_at, ends_at, updated_at, live, body)
      select (b->>'id')::integer, $2, $1, b->>'providerId', (b->>'lane')::integer, b->>'status', ${during},
        ${instant("start")}, ${instant("end")}, ${instant("updatedAt")}, m.live, b
      from jsonb_to_recordset(${values.json(rows.appointments.added)}) as m(live boolean, b jsonb)`,
  },
  {
    letter: "m=",
    wanted: (rows) => rows.appointments.changed.length > 0,
    text: (rows, values) => `update appointments a set provider_id = b->>'providerId',
        lane = (b->>'lane')::integer, status = b->>'status', during = ${during}, starts_at = ${instant("start")},
        ends_at = ${instant("end")}, updated_at = ${instant("updatedAt")}, live = m.live, body = b
      from jsonb_to_recordset(${values.json(rows.appointments.changed)}) as m(live boolean, b jsonb)
      where a.id = (b->>'id')::integer and a.shop_id = $1`,
  },
  {
    letter: "m-",
    wanted: (rows) => rows.appointments.retired.length > 0,
    text: (rows, values) => `update appointments set live = false
      where id = any(${values.add(rows.appointments.retired)}::integer[]) and shop_id = $1`,
  },
  {
    letter: "m0",
    wanted: (rows) => rows.appointments.dropped.length > 0,
    text: (rows, values) => `delete from appointments
      where id = any(${values.add(rows.appointments.dropped)}::integer[]) and shop_id = $1`,
  },
  {
    letter: "b",
    wanted: (rows) => rows.bookers.length > 0,
    text: (rows, values) => `insert into bookers
      (appointment_id, tenant_id, shop_id, full_name, phone, email, notes)
      select p.appointment_id, $2, $1, p.full_name, p.phone, p.email, p.notes
      from jsonb_to_recordset(${values.json(rows.bookers)})
        as p(appointment_id integer, full_name text, phone text, email text, notes text)
      on conflict (appointment_id) do update set full_name = excluded.full_name, phone = excluded.phone,
        email = excluded.email, notes = excluded.notes`,
  },
];

const sections: readonly Section[] = [
  {
    letter: "e",
    wanted: (rows) => rows.events.length > 0,
    text: (rows, values) => `insert into events (shop_id, tenant_id, seq, at, actor, type, body)
      select $1, $2, e.seq, to_timestamp(e.at::float8 / 1000), e.actor, e.body->>'type', e.body
      from jsonb_to_recordset(${values.json(rows.events)}) as e(seq bigint, at bigint, actor jsonb, body jsonb)`,
  },
  ...shopSections,
  {
    letter: "y",
    wanted: (rows) => rows.dayStart !== null,
    text: ({ dayStart }, values) => `insert into shop_days (tenant_id, shop_id, day, seq, state)
      values ($2, $1, ${values.add(dayStart?.serviceDay)}, ${values.add(dayStart?.seq)}, ${values.json(dayStart)})
      on conflict do nothing`,
  },
  {
    letter: "t+",
    wanted: (rows) => rows.tickets.added.length > 0,
    text: (rows, values) => `insert into tickets
      (id, tenant_id, shop_id, queue_id, number, service_day, status, joined_at, ended_at, live, body)
      select (b->>'id')::uuid, $2, $1, b->>'queueId', b->>'number', b->>'serviceDay', b->>'status',
        ${instant("joinedAt")}, ${instant("endedAt")}, t.live, b
      from jsonb_to_recordset(${values.json(rows.tickets.added)}) as t(live boolean, b jsonb)`,
  },
  {
    letter: "t=",
    wanted: (rows) => rows.tickets.changed.length > 0,
    text: (rows, values) => `update tickets k set queue_id = b->>'queueId', status = b->>'status',
        joined_at = ${instant("joinedAt")}, ended_at = ${instant("endedAt")}, live = t.live, body = b
      from jsonb_to_recordset(${values.json(rows.tickets.changed)}) as t(live boolean, b jsonb)
      where k.id = (b->>'id')::uuid and k.shop_id = $1`,
  },
  {
    letter: "t-",
    wanted: (rows) => rows.tickets.retired.length > 0,
    text: (rows, values) => `update tickets set live = false
      where id = any(${values.add(rows.tickets.retired)}::uuid[]) and shop_id = $1`,
  },
  ...partSections("services", "v", "integer"),
  ...partSections("queues", "q", "text"),
  ...partSections("counters", "c", "text"),
  ...partSections("displays", "d", "text"),
  ...partSections("providers", "w", "text"),
  {
    letter: "p",
    wanted: (rows) => rows.people.length > 0,
    // Somebody erased since this node read their name does not come back by checking in.
    text: (rows, values) => `insert into visitors (ticket_id, tenant_id, shop_id, full_name, phone, email)
      select p.ticket_id, $2, $1, p.full_name, p.phone, p.email
      from jsonb_to_recordset(${values.json(rows.people)})
        as p(ticket_id uuid, full_name text, phone text, email text, copied_from integer)
      where p.copied_from is null or exists (select from bookers b where b.appointment_id = p.copied_from)`,
  },
  ...appointmentSections,
  {
    letter: "a",
    wanted: (rows) => rows.answers.length > 0,
    // json, not jsonb: a replay gives back the very text, keys in their order.
    text: (rows, values) => `insert into command_answers (tenant_id, actor, route, key, body_hash, answer)
      select $2, a.actor, a.route, a.key, a.body_hash, a.answer
      from json_to_recordset(${values.add(JSON.stringify(rows.answers))}::json)
        as a(actor text, route text, key text, body_hash text, answer json)`,
  },
];
