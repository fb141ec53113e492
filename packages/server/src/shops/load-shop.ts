import type { Appointment, Counter, Display, Provider, Service, Shop, Ticket } from "@callnext/core";
import { rebuildState, type StoredQueue } from "@callnext/core";
import { type BookerRow, bookersFrom, peopleFrom, type PersonRow } from "./people-rows.ts";
import type { Queryable } from "./queryable.ts";
import type { ShopSnapshot } from "./shop-runtime.ts";

export interface LoadedShop {
  readonly snapshot: ShopSnapshot;
  readonly staffVersion: number;
}

interface Row {
  readonly seq: number;
  readonly at: number;
  readonly service_day: string;
  readonly shop: Shop;
  readonly tenant_id: number;
  readonly slug: string;
  readonly name: string;
  readonly locale: string;
  readonly staff_version: number;
  readonly suspended: boolean;
  readonly epoch: string;
  readonly services: readonly Service[];
  readonly queues: readonly StoredQueue[];
  readonly counters: readonly Counter[];
  readonly displays: readonly Display[];
  readonly tickets: readonly Ticket[];
  readonly people: readonly PersonRow[];
  readonly providers: readonly Provider[];
  readonly appointments: readonly Appointment[];
  readonly bookers: readonly BookerRow[];
  readonly staff: readonly { readonly id: number; readonly name: string }[];
}

const bodies = (table: string): string =>
  `(select coalesce(json_agg(p.body order by p.id), '[]') from ${table} p where p.shop_id = s.id) as ${table}`;

/** One statement, so that everything read belongs to one seq without a lock. */
const TEXT = `select s.seq, s.at, s.service_day, s.body as shop,
  t.id as tenant_id, t.slug, t.name, t.locale, t.staff_version, t.suspended_at is not null as suspended,
  (select epoch from incarnation) as epoch,
  ${bodies("services")}, ${bodies("queues")}, ${bodies("counters")}, ${bodies("displays")}, ${bodies("providers")},
  (select coalesce(json_agg(k.body order by (k.body->>'entry')::bigint), '[]')
    from tickets k where k.shop_id = s.id and k.live) as tickets,
  (select coalesce(json_agg(json_build_object(
      'ticket_id', v.ticket_id, 'full_name', v.full_name, 'phone', v.phone, 'email', v.email)), '[]')
    from tickets k join visitors v on v.ticket_id = k.id where k.shop_id = s.id and k.live) as people,
  (select coalesce(json_agg(a.body order by a.id), '[]')
    from appointments a where a.shop_id = s.id and a.live) as appointments,
  (select coalesce(json_agg(json_build_object('appointment_id', b.appointment_id, 'full_name', b.full_name,
      'phone', b.phone, 'email', b.email, 'notes', b.notes)), '[]')
    from appointments a join bookers b on b.appointment_id = a.id where a.shop_id = s.id and a.live) as bookers,
  (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name)), '[]')
    from staff f where f.tenant_id = t.id) as staff
  from shops s join tenants t on t.id = s.tenant_id where s.id = $1`;

/** The live state from its rows; equal to folding all the shop's events. Undefined for an unknown shop. */
export async function loadShop(database: Queryable, shopId: number): Promise<LoadedShop | undefined> {
  const answer = await database.query<Row>({ name: "load-shop", text: TEXT, values: [shopId] });
  const row = answer.rows[0];
  if (row === undefined) return undefined;
  const state = rebuildState({
    shop: row.shop,
    seq: row.seq,
    at: row.at,
    serviceDay: row.service_day,
    services: row.services,
    queues: row.queues,
    counters: row.counters,
    displays: row.displays,
    providers: row.providers,
    appointments: row.appointments,
    tickets: row.tickets,
  });
  return {
    snapshot: {
      tenant: { id: row.tenant_id, slug: row.slug, name: row.name, locale: row.locale },
      epoch: row.epoch,
      state,
      people: peopleFrom(row.people),
      bookers: bookersFrom(row.bookers),
      staffNames: new Map(row.staff.map((person) => [person.id, person.name])),
      suspended: row.suspended,
    },
    staffVersion: row.staff_version,
  };
}
