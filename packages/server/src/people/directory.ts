import type { AppointmentId, Ticket, TicketId } from "@callnext/core";
import type pg from "pg";
import type { QueryResultRow } from "pg";
import type { TenantRef } from "../shops/shop-runtime.ts";
import { isRowNumber } from "../storage/row-number.ts";
import { queryInTenant } from "../storage/tenant-queries.ts";
import { cachedLookup } from "./cached-lookup.ts";
import type { ShopOfTenant } from "./rights-in-shop.ts";

/** Where a queue, a counter, a display, a ticket or a shop belongs; that never changes. */
export interface Place extends ShopOfTenant {
  readonly tenantSlug: string;
}

/** Named by a UUID. Appointments are named by a number. */
export type PlacedKind = "queue" | "counter" | "display" | "ticket" | "provider" | "waiting";

/** What the server asks the database beside the shops' live states. Unknown ids of any form are `undefined`. */
export interface Directory {
  tenants(): Promise<readonly TenantRef[]>;
  tenant(slug: string): Promise<TenantRef | undefined>;
  shopIds(tenantId: number): Promise<readonly number[]>;
  /** Of any tenant: for what is public, and for what checks itself whose it is. */
  shop(shopId: number): Promise<Place | undefined>;
  shopBySlug(slug: string): Promise<Place | undefined>;
  placeOf(kind: PlacedKind, id: string): Promise<Place | undefined>;
  /** Among the rows that the database shows this tenant, so that a foreign id finds nothing whatever is checked later. */
  shopIn(tenantId: number, shopId: number): Promise<Place | undefined>;
  placeIn(tenantId: number, kind: PlacedKind, id: string): Promise<Place | undefined>;
  /** Of any tenant, as `shop`. */
  appointment(id: AppointmentId): Promise<Place | undefined>;
  appointmentIn(tenantId: number, id: AppointmentId): Promise<Place | undefined>;
  /** A ticket in any state, also one that the live state no longer holds. */
  tickets(place: ShopOfTenant, ids: readonly TicketId[]): Promise<readonly Ticket[]>;
  /** The visitor's name, of a ticket that the live state no longer holds too; null where none is kept. */
  visitorName(place: ShopOfTenant, ticketId: TicketId): Promise<string | null>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TABLE = {
  queue: "queues",
  counter: "counters",
  display: "displays",
  ticket: "tickets",
  provider: "providers",
  appointment: "appointments",
  waiting: "waiting_list",
} as const;
const MOST_SHOPS = 5_000;
const LONGEST_SLUG = 60;

const PLACE = `shop_id as "shopId", tenant_id as "tenantId", tenant_slug as "tenantSlug"`;
const OWN = `p.tenant_id as "tenantId", t.slug as "tenantSlug"`;

interface Question {
  readonly name: string;
  readonly text: string;
}

const placeAnywhere = (of: string): Question => ({
  name: `place-of-${of}`,
  text: `select ${PLACE} from place_of_${of}($1)`,
});

const placeOwn = (kind: PlacedKind | "appointment"): Question => ({
  name: `own-${kind}`,
  text: `select p.shop_id as "shopId", ${OWN} from ${TABLE[kind]} p join tenants t on t.id = p.tenant_id
    where p.id = $1`,
});

const OWN_SHOP: Question = {
  name: "own-shop",
  text: `select p.id as "shopId", ${OWN} from shops p join tenants t on t.id = p.tenant_id where p.id = $1`,
};
const SHOP_IDS: Question = {
  name: "shop-ids",
  text: `select id from shops where tenant_id = $1 order by id limit ${MOST_SHOPS}`,
};
const TENANTS: Question = { name: "tenants", text: "select * from tenants_by_slug($1)" };
const TICKETS: Question = {
  name: "tickets",
  text: "select body from tickets where shop_id = $1 and id = any($2::uuid[])",
};
const VISITOR_NAME: Question = {
  name: "visitor-name",
  text: "select full_name from visitors where shop_id = $1 and ticket_id = $2",
};

export function createDirectory(pool: pg.Pool): Directory {
  const first = async <Row extends QueryResultRow>(
    question: Question,
    values: readonly unknown[],
  ): Promise<Row | undefined> => (await pool.query<Row>({ ...question, values: [...values] })).rows[0];
  const own = async <Row extends QueryResultRow>(
    tenantId: number,
    question: Question,
    values: readonly unknown[],
  ): Promise<readonly Row[]> =>
    (await queryInTenant<Row>(pool, tenantId, { ...question, values: [...values] })).rows;

  const placed = cachedLookup(([kind = "", id = ""]) => first<Place>(placeAnywhere(kind), [id]));
  const placedIn = cachedLookup(async ([tenantId = "", kind = "", id = ""]) => {
    const question = kind === "shop" ? OWN_SHOP : placeOwn(kind as PlacedKind | "appointment");
    return (await own<Place>(Number(tenantId), question, [id]))[0];
  });
  return {
    tenants: async () => (await pool.query<TenantRef>({ ...TENANTS, values: [null] })).rows,
    tenant: (slug) => first<TenantRef>(TENANTS, [slug]),
    shopIds: async (tenantId) =>
      (await own<{ id: number }>(tenantId, SHOP_IDS, [tenantId])).map(({ id }) => id),
    shop: async (shopId) => (isRowNumber(shopId) ? await placed("shop", String(shopId)) : undefined),
    shopBySlug: async (slug) => (slug.length <= LONGEST_SLUG ? await placed("shop_slug", slug) : undefined),
    placeOf: async (kind, id) => (UUID.test(id) ? await placed(kind, id.toLowerCase()) : undefined),
    shopIn: async (tenantId, shopId) =>
      isRowNumber(shopId) ? await placedIn(String(tenantId), "shop", String(shopId)) : undefined,
    placeIn: async (tenantId, kind, id) =>
      UUID.test(id) ? await placedIn(String(tenantId), kind, id.toLowerCase()) : undefined,
    appointment: async (id) => (isRowNumber(id) ? await placed("appointment", String(id)) : undefined),
    appointmentIn: async (tenantId, id) =>
      isRowNumber(id) ? await placedIn(String(tenantId), "appointment", String(id)) : undefined,
    async tickets({ tenantId, shopId }, ids) {
      const known = ids.filter((id) => UUID.test(id));
      if (known.length === 0) return [];
      const rows = await own<{ body: Ticket }>(tenantId, TICKETS, [shopId, known]);
      return rows.map(({ body }) => body);
    },
    async visitorName({ tenantId, shopId }, ticketId) {
      const rows = await own<{ full_name: string | null }>(tenantId, VISITOR_NAME, [shopId, ticketId]);
      return rows[0]?.full_name ?? null;
    },
  };
}
