import { type Kysely, sql } from "kysely";

/** As in 0009: the first document's pages ask across organisations, for its shops and for a phone's appointments. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** What is sought may hold any character: it is looked for as it stands, and is no pattern. */
const SHOWN = `t.suspended_at is null and (sought = '' or
  position(lower(sought) in lower((s.body->>'name') || ' ' || (s.body->>'address') || ' ' || s.slug)) > 0)`;

const DIGITS = String.raw`regexp_replace(phone, '\D', '', 'g')`;

const statements: readonly string[] = [
  // A shop's name and address stand on its public pages. Those of suspended tenants have none.
  `create function listed_shops(sought text, skipped integer, at_most integer)
    returns table (shop_id integer, total bigint) language sql stable security definer
    set search_path = public, pg_temp as $$
      select s.id, count(*) over () from shops s join tenants t on t.id = s.tenant_id
      where ${SHOWN}
      order by s.body->>'name', s.id offset greatest(skipped, 0) limit least(greatest(at_most, 1), 100)
    $$`,
  // However somebody wrote the number. As of the others in 0011: no samples of what no erasure would reach.
  `create index bookers_digits on bookers ((${DIGITS})) where phone is not null`,
  `alter index bookers_digits alter column 1 set statistics 0`,
  // Only where the shop itself says that a phone number alone is enough.
  `create function appointments_of_phone(digits text, ended_after timestamptz, at_most integer)
    returns table (appointment_id integer, shop_id integer, tenant_id integer) language sql stable security definer
    set search_path = public, pg_temp as $$
      select a.id, a.shop_id, a.tenant_id from bookers b
        join appointments a on a.id = b.appointment_id
        join shops s on s.id = a.shop_id join tenants t on t.id = s.tenant_id
      where b.phone is not null and ${DIGITS} = digits and a.ends_at > ended_after and a.status <> 'held'
        and (s.body->>'phoneAlone')::boolean and t.suspended_at is null
      order by a.starts_at desc limit least(greatest(at_most, 1), 100)
    $$`,
];
