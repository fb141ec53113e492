import { type Actor, emptyShop, fold, type Shop } from "@callnext/core";
import { type Kysely, sql } from "kysely";
import pg from "pg";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";

/** Another shop of this server has the slug. */
export class SlugTaken extends Error {
  override readonly name = "SlugTaken";
  readonly code = "slug-taken";
  readonly slug: string;

  constructor(slug: string) {
    super(`The shop slug "${slug}" is taken.`);
    this.slug = slug;
  }
}

/** Makes the shop with its first event and gives its id. Throws `SlugTaken`. */
export async function createShop(
  db: Kysely<Database>,
  tenantId: number,
  details: Omit<Shop, "id">,
  by: Actor = { kind: "system" },
): Promise<number> {
  try {
    return await inTenant(db, tenantId, async (transaction) => {
      const answer = await sql<{ id: number; at: number }>`select nextval('shops_id_seq')::integer as id,
        floor(extract(epoch from clock_timestamp()) * 1000)::bigint as at`.execute(transaction);
      const row = answer.rows[0];
      if (row === undefined) throw new Error("nextval always answers");
      const { id, at } = row;
      const shop: Shop = { ...details, id };
      const body = { type: "shop-configured", shop } as const;
      const state = fold(emptyShop(shop, at), [{ ...body, seq: 1, at, by }]);
      await transaction
        .insertInto("shops")
        .values({
          id,
          tenant_id: tenantId,
          slug: shop.slug,
          seq: state.seq,
          at: state.at,
          service_day: state.serviceDay,
          body: JSON.stringify(state.shop),
        })
        .execute();
      await transaction
        .insertInto("events")
        .values({
          shop_id: id,
          seq: state.seq,
          tenant_id: tenantId,
          at: new Date(at),
          actor: JSON.stringify(by),
          type: body.type,
          body: JSON.stringify(body),
        })
        .execute();
      return id;
    });
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.constraint === "shops_slug")
      throw new SlugTaken(details.slug);
    throw error;
  }
}
