import { randomUUID } from "node:crypto";
import { type Kysely, type Selectable, sql } from "kysely";
import { membershipOf, type MembershipRow } from "../people/membership-row.ts";
import { newToken, tokenHash } from "../people/one-use-token.ts";
import { membershipFor, type ShopOfTenant } from "../people/rights-in-shop.ts";
import type { Membership } from "../people/session.ts";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";

/** A secret address at which a calendar program reads a shop's appointments, or one provider's. */
export interface CalendarFeed {
  readonly id: string;
  readonly name: string;
  readonly shopId: number;
  readonly providerId: string | null;
  /** A member of staff: the feed shows what they may see. */
  readonly madeBy: number;
  readonly createdAt: Date;
  readonly lastReadAt: Date | null;
}

export interface FoundFeed extends ShopOfTenant {
  readonly name: string;
  readonly providerId: string | null;
  /** The maker's, with which the feed is read. */
  readonly membership: Membership;
}

export interface CalendarFeeds {
  /** Newest first; `madeBy` null: everybody's. */
  list(place: ShopOfTenant, madeBy: number | null): Promise<readonly CalendarFeed[]>;
  /** The token is for the address alone. */
  make(
    place: ShopOfTenant,
    given: Pick<CalendarFeed, "name" | "providerId" | "madeBy">,
  ): Promise<{ readonly feed: CalendarFeed; readonly token: string } | "too-many-calendar-feeds">;
  revoke(place: ShopOfTenant, id: string, madeBy: number | null): Promise<boolean>;
  /** Null: no such address, or whoever made it may no longer see the shop's appointments. */
  read(token: string): Promise<FoundFeed | null>;
}

const MOST_FEEDS = 200;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TOKEN = /^[\w-]{43}$/;

interface FoundRow extends MembershipRow {
  readonly id: string;
  readonly shop_id: number;
  readonly provider_id: string | null;
  readonly name: string;
}

export function createCalendarFeeds(db: Kysely<Database>, now: () => number): CalendarFeeds {
  return {
    list: ({ tenantId, shopId }, madeBy) =>
      inTenant(db, tenantId, async (trx) => {
        let query = trx.selectFrom("calendar_feeds").selectAll().where("shop_id", "=", shopId);
        if (madeBy !== null) query = query.where("made_by", "=", madeBy);
        return (await query.orderBy("created_at", "desc").limit(MOST_FEEDS).execute()).map(feedOf);
      }),

    make: ({ tenantId, shopId }, { name, providerId, madeBy }) =>
      inTenant(db, tenantId, async (trx) => {
        const { count } = await trx
          .selectFrom("calendar_feeds")
          .select((row) => row.fn.countAll<number>().as("count"))
          .where("shop_id", "=", shopId)
          .executeTakeFirstOrThrow();
        if (count >= MOST_FEEDS) return "too-many-calendar-feeds";
        const token = newToken();
        const row = {
          id: randomUUID(),
          tenant_id: tenantId,
          shop_id: shopId,
          provider_id: providerId,
          name,
          hash: tokenHash(token),
          made_by: madeBy,
          created_at: new Date(now()),
          last_read_at: null,
        };
        await trx.insertInto("calendar_feeds").values(row).execute();
        return { feed: feedOf(row), token };
      }),

    revoke: ({ tenantId, shopId }, id, madeBy) =>
      inTenant(db, tenantId, async (trx) => {
        if (!UUID.test(id)) return false;
        let query = trx.deleteFrom("calendar_feeds").where("shop_id", "=", shopId).where("id", "=", id);
        if (madeBy !== null) query = query.where("made_by", "=", madeBy);
        return (await query.executeTakeFirst()).numDeletedRows > 0n;
      }),

    async read(token) {
      if (!TOKEN.test(token)) return null;
      const { rows } = await sql<FoundRow>`select * from calendar_feed_of(${tokenHash(token)})`.execute(db);
      const [row] = rows;
      if (row === undefined) return null;
      const membership = membershipOf(row);
      const place = { tenantId: row.tenant_id, shopId: row.shop_id };
      if (membershipFor([membership], place, "see-appointments") === undefined) return null;
      await noteRead(db, row, now());
      return { ...place, name: row.name, providerId: row.provider_id, membership };
    },
  };
}

const MINUTE_MS = 60_000;

/** To the minute: a program may ask often. */
async function noteRead(db: Kysely<Database>, row: FoundRow, now: number): Promise<void> {
  const at = new Date(now - (now % MINUTE_MS));
  await inTenant(db, row.tenant_id, (trx) =>
    trx
      .updateTable("calendar_feeds")
      .set({ last_read_at: at })
      .where("id", "=", row.id)
      .where((column) => column.or([column("last_read_at", "is", null), column("last_read_at", "<", at)]))
      .execute(),
  );
}

function feedOf(row: Omit<Selectable<Database["calendar_feeds"]>, "hash" | "tenant_id">): CalendarFeed {
  return {
    id: row.id,
    name: row.name,
    shopId: row.shop_id,
    providerId: row.provider_id,
    madeBy: row.made_by,
    createdAt: row.created_at,
    lastReadAt: row.last_read_at,
  };
}
