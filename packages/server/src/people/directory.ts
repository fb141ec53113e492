import type { Ticket, TicketId } from "@callnext/core";
import { type Kysely, sql } from "kysely";
import type { TenantRef } from "../shops/shop-runtime.ts";
import { isRowNumber } from "../storage/row-number.ts";
import type { Database } from "../storage/schema.ts";
import { cachedLookup } from "./cached-lookup.ts";

/** Where a queue, a counter, a display, a ticket or a shop belongs; that never changes. */
export interface Place {
  readonly shopId: number;
  readonly tenantId: number;
  readonly tenantSlug: string;
}

export type PlacedKind = "queue" | "counter" | "display" | "ticket";

/** What the server asks the database beside the shops' live states. Unknown ids of any form are `undefined`. */
export interface Directory {
  tenants(): Promise<readonly TenantRef[]>;
  tenant(slug: string): Promise<TenantRef | undefined>;
  shopIds(tenantId: number): Promise<readonly number[]>;
  shop(shopId: number): Promise<Place | undefined>;
  shopBySlug(slug: string): Promise<Place | undefined>;
  placeOf(kind: PlacedKind, id: string): Promise<Place | undefined>;
  /** A ticket in any state, also one that the live state no longer holds. */
  tickets(shopId: number, ids: readonly TicketId[]): Promise<readonly Ticket[]>;
  /** The visitor's name, of a ticket that the live state no longer holds too; null where none is kept. */
  visitorName(shopId: number, ticketId: TicketId): Promise<string | null>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TABLE = { queue: "queues", counter: "counters", display: "displays", ticket: "tickets" } as const;
const MOST_TENANTS = 1_000;
const MOST_SHOPS = 5_000;

export function createDirectory(db: Kysely<Database>): Directory {
  const placed = cachedLookup(async (key) => {
    const [kind = "", id = ""] = key.split(":");
    const table = TABLE[kind as PlacedKind];
    return await db
      .selectFrom(table)
      .innerJoin("tenants", "tenants.id", `${table}.tenant_id`)
      .select([`${table}.shop_id as shopId`, `${table}.tenant_id as tenantId`, "tenants.slug as tenantSlug"])
      .where(`${table}.id`, "=", id)
      .executeTakeFirst();
  });
  const shops = cachedLookup((id) => findShop(db, "id", Number(id)));
  const slugs = cachedLookup((slug) => findShop(db, "slug", slug));
  return {
    tenants: () =>
      db
        .selectFrom("tenants")
        .select(["id", "slug", "name", "locale"])
        .orderBy("slug")
        .limit(MOST_TENANTS)
        .execute(),
    tenant: (slug) =>
      db
        .selectFrom("tenants")
        .select(["id", "slug", "name", "locale"])
        .where("slug", "=", slug)
        .executeTakeFirst(),
    async shopIds(tenantId) {
      const query = db
        .selectFrom("shops")
        .select("id")
        .where("tenant_id", "=", tenantId)
        .orderBy("id")
        .limit(MOST_SHOPS);
      return (await query.execute()).map(({ id }) => id);
    },
    shop: async (shopId) => (isRowNumber(shopId) ? await shops(String(shopId)) : undefined),
    shopBySlug: async (slug) => (slug.length <= 60 ? await slugs(slug) : undefined),
    placeOf: async (kind, id) => (UUID.test(id) ? await placed(`${kind}:${id.toLowerCase()}`) : undefined),
    async tickets(shopId, ids) {
      const known = ids.filter((id) => UUID.test(id));
      if (known.length === 0) return [];
      const query = db.selectFrom("tickets").select("body").where("shop_id", "=", shopId);
      return (await query.where(sql<boolean>`id = any(${known}::uuid[])`).execute()).map(({ body }) => body);
    },
    async visitorName(shopId, ticketId) {
      const query = db.selectFrom("visitors").select("full_name").where("shop_id", "=", shopId);
      return (await query.where("ticket_id", "=", ticketId).executeTakeFirst())?.full_name ?? null;
    },
  };
}

function findShop(
  db: Kysely<Database>,
  by: "id" | "slug",
  value: number | string,
): Promise<Place | undefined> {
  return db
    .selectFrom("shops")
    .innerJoin("tenants", "tenants.id", "shops.tenant_id")
    .select(["shops.id as shopId", "shops.tenant_id as tenantId", "tenants.slug as tenantSlug"])
    .where(`shops.${by}`, "=", value)
    .executeTakeFirst();
}
