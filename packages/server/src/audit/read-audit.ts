import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";
import type { AuditActor } from "./audit-entry.ts";
import type { AuditPlace } from "./audit-cursor.ts";

export interface AuditFilter {
  /** [from, to), ms since the epoch. */
  readonly from: number;
  readonly to: number;
  readonly actor: { readonly kind: string; readonly id: string | null } | null;
  readonly action: string | null;
  readonly log: "audit" | "desk" | null;
  /** Null: all of the tenant's, and what belongs to no shop. */
  readonly shopIds: readonly number[] | null;
  /** False: only what belongs to a shop. */
  readonly beyondShops: boolean;
}

/** A line of either log. Of an event, `detail` is its body. */
export interface AuditRow extends AuditPlace {
  readonly actor_kind: AuditActor["kind"];
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly action: string;
  readonly subject: string | null;
  readonly subject_name: string | null;
  readonly shop_id: number | null;
  readonly shop_name: string | null;
  readonly ip: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

const instant = (ms: number): RawBuilder<unknown> => sql`to_timestamp(${ms}::float8 / 1000)`;

/**
 * The audit log and the shops' own logs as one, newest first: at most `most` lines after `after`. Each shop gives
 * its own newest lines by its index, so that a page costs the same at any depth.
 */
export async function readAudit(
  db: Kysely<Database>,
  tenantId: number,
  filter: AuditFilter,
  { after, most }: { readonly after: AuditPlace | null; readonly most: number },
): Promise<readonly AuditRow[]> {
  const parts = [
    ...(filter.log === "desk" ? [] : [auditPart(tenantId, filter, after, most)]),
    ...(filter.log === "audit" ? [] : [deskPart(tenantId, filter, after, most)]),
  ];
  const query = sql<AuditRow>`
    with lines as (${sql.join(parts, sql` union all `)}),
      page as (select * from lines order by at desc, log desc, shop desc, seq desc limit ${most})
    select (extract(epoch from p.at) * 1000)::bigint as at, p.log, p.shop, p.seq,
      p.actor_kind, p.actor_id, p.action, p.subject, p.shop_id, p.ip, p.detail,
      s.body->>'name' as shop_name, coalesce(f.name, i.name) as actor_name,
      coalesce(g.name, k.number, d.body->>'name', q.body->>'name', c.body->>'label',
        v.body->>'name', h.body->>'name', w.name, nullif(r.body->>'name', ''),
        to_char(a.starts_at at time zone (s.body->>'timeZone'), 'YYYY-MM-DD HH24:MI')) as subject_name
    from page p
      left join shops s on s.id = p.shop_id and s.tenant_id = ${tenantId}
      left join staff f on f.id = ${ifNumber(sql`p.actor_kind = 'staff'`, sql`p.actor_id`)} and f.tenant_id = ${tenantId}
      left join api_keys i on i.id = ${ifUuid(sql`p.actor_kind = 'integration'`, sql`p.actor_id`)}
        and i.tenant_id = ${tenantId}
      left join staff g on g.id = ${ifNumber(sql`p.subject like 'staff:%'`, sql`substr(p.subject, 7)`)}
        and g.tenant_id = ${tenantId}
      left join tickets k on k.id = ${ifUuid(sql`p.subject like 'ticket:%'`, sql`substr(p.subject, 8)`)}
        and k.tenant_id = ${tenantId}
      left join displays d on p.subject like 'display:%' and d.id = substr(p.subject, 9) and d.tenant_id = ${tenantId}
      left join queues q on p.subject like 'queue:%' and q.id = substr(p.subject, 7) and q.tenant_id = ${tenantId}
      left join counters c on p.subject like 'counter:%' and c.id = substr(p.subject, 9) and c.tenant_id = ${tenantId}
      left join services v on v.id = ${ifNumber(sql`p.subject like 'service:%'`, sql`substr(p.subject, 9)`)}
        and v.tenant_id = ${tenantId}
      left join shops h on h.id = ${ifNumber(sql`p.subject like 'shop:%'`, sql`substr(p.subject, 6)`)}
        and h.tenant_id = ${tenantId}
      left join providers r on p.subject like 'provider:%' and r.id = substr(p.subject, 10)
        and r.tenant_id = ${tenantId}
      left join staff w on w.id = (r.body->>'staffId')::integer and w.tenant_id = ${tenantId}
      left join appointments a on a.id = ${ifNumber(sql`p.subject like 'appointment:%'`, sql`substr(p.subject, 13)`)}
        and a.tenant_id = ${tenantId}
    order by p.at desc, p.log desc, p.shop desc, p.seq desc`;
  return await inTenant(db, tenantId, async (trx) => (await query.execute(trx)).rows);
}

type Part = RawBuilder<unknown>;

/** References are text; what is no id of that form is nothing's, instead of an error. */
function ifNumber(condition: Part, text: Part): Part {
  return sql`(case when ${condition} and ${text} ~ '^[0-9]{1,9}$' then (${text})::integer end)`;
}

function ifUuid(condition: Part, text: Part): Part {
  return sql`(case when ${condition} and ${text} ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (${text})::uuid end)`;
}

function auditPart(tenantId: number, filter: AuditFilter, after: AuditPlace | null, most: number): Part {
  const wanted = [
    sql`chain = ${tenantId}`,
    sql`at >= ${instant(filter.from)}`,
    sql`at < ${instant(filter.to)}`,
    ...(filter.actor === null ? [] : [sql`actor_kind = ${filter.actor.kind}`]),
    ...(filter.actor?.id == null ? [] : [sql`actor_id = ${filter.actor.id}`]),
    ...(filter.action === null ? [] : [sql`action = ${filter.action}`]),
    ...shopsOf(filter, sql`shop_id`),
    ...(after === null
      ? []
      : [sql`at <= ${instant(after.at)}`, sql`(at, 0, 0, seq) < ${placeValues(after)}`]),
  ];
  return sql`(select at, 0 as log, 0 as shop, seq, actor_kind, actor_id, action, subject, shop_id, ip, detail
    from audit_log where ${sql.join(wanted, sql` and `)} order by at desc, seq desc limit ${most})`;
}

function deskPart(tenantId: number, filter: AuditFilter, after: AuditPlace | null, most: number): Part {
  const wanted = [
    sql`e.shop_id = s.id`,
    sql`e.tenant_id = ${tenantId}`,
    sql`e.at >= ${instant(filter.from)}`,
    sql`e.at < ${instant(filter.to)}`,
    ...(filter.actor === null ? [] : [sql`e.actor->>'kind' = ${filter.actor.kind}`]),
    ...(filter.actor?.id == null ? [] : [sql`e.actor->>'id' = ${filter.actor.id}`]),
    // Changes of settings stand in the audit log too, where it is said from which network they came.
    filter.action === null
      ? sql`not (e.type like '%-configured' and e.actor->>'kind' in ('staff', 'integration'))`
      : sql`e.type = ${filter.action}`,
    ...(after === null
      ? []
      : [sql`e.at <= ${instant(after.at)}`, sql`(e.at, 1, e.shop_id, e.seq) < ${placeValues(after)}`]),
  ];
  const shops = [sql`s.tenant_id = ${tenantId}`, ...shopsOf({ ...filter, beyondShops: true }, sql`s.id`)];
  return sql`(select e.at, 1 as log, e.shop_id as shop, e.seq, e.actor->>'kind' as actor_kind,
      e.actor->>'id' as actor_id, e.type as action, ${subjectOfEvent} as subject, e.shop_id, null::text as ip,
      e.body as detail
    from shops s cross join lateral (
      select * from events e where ${sql.join(wanted, sql` and `)} order by e.at desc, e.seq desc limit ${most}
    ) e where ${sql.join(shops, sql` and `)})`;
}

const subjectOfEvent = sql`case
  when e.body ? 'ticketId' then 'ticket:' || (e.body->>'ticketId')
  when e.body ? 'appointmentId' then 'appointment:' || (e.body->>'appointmentId')
  when e.body ? 'provider' then 'provider:' || (e.body->'provider'->>'id')
  when e.body ? 'displayId' then 'display:' || (e.body->>'displayId')
  when e.body ? 'display' then 'display:' || (e.body->'display'->>'id')
  when e.body ? 'queueId' then 'queue:' || (e.body->>'queueId')
  when e.body ? 'queue' then 'queue:' || (e.body->'queue'->>'id')
  when e.body ? 'counter' then 'counter:' || (e.body->'counter'->>'id')
  when e.body ? 'service' then 'service:' || (e.body->'service'->>'id') end`;

function shopsOf({ shopIds, beyondShops }: AuditFilter, column: Part): readonly Part[] {
  if (shopIds !== null) return [sql`${column} = any(${shopIds}::integer[])`];
  return beyondShops ? [] : [sql`${column} is not null`];
}

function placeValues({ at, log, shop, seq }: AuditPlace): Part {
  return sql`(${instant(at)}, ${log}::integer, ${shop}::integer, ${seq}::bigint)`;
}
