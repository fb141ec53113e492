import { emptyShop, rebuildState, type ServiceDay, type ShopState, type StoredShop } from "@callnext/core";
import type pg from "pg";
import type { ShopRuntime } from "../shops/shop-runtime.ts";
import { queryInTenant } from "../storage/tenant-queries.ts";

/** A shop of a tenant. */
export interface ShopPlace {
  readonly tenantId: number;
  readonly shopId: number;
}

/** Where telling a past moment begins. */
export interface DayStarts {
  /** The newest state kept that is older than the event `seq`; a shop's first day begins with nothing. */
  before(place: ShopPlace, seq: number): Promise<ShopState | undefined>;
  /** The state with which the day began, and the seq of the last event of it; undefined where it is not known. */
  ofDay(
    place: ShopPlace,
    day: ServiceDay,
  ): Promise<{ readonly start: ShopState; readonly upTo: number } | undefined>;
  /** Service days that can be told again, newest first, at most 400. */
  days(place: ShopPlace): Promise<readonly ServiceDay[]>;
}

const BEFORE = "select state from shop_days where shop_id = $1 and seq < $2 order by seq desc limit 1";
const OF_DAY = `select state, (select min(later.seq) - 1 from shop_days later
    where later.shop_id = d.shop_id and later.seq > d.seq) as up_to
  from shop_days d where shop_id = $1 and day = $2`;
const DAYS = "select day from shop_days where shop_id = $1 order by day desc limit 400";

export function createDayStarts(pool: pg.Pool, runtime: ShopRuntime): DayStarts {
  const ask = async <Row extends pg.QueryResultRow>(
    { tenantId, shopId }: ShopPlace,
    name: string,
    text: string,
    values: readonly unknown[] = [],
  ): Promise<readonly Row[]> =>
    (await queryInTenant<Row>(pool, tenantId, { name, text, values: [shopId, ...values] })).rows;

  /** The log begins with the shop's own making. */
  const firstDay = async (shopId: number): Promise<ShopState | undefined> => {
    const [first] = await runtime.events(shopId, 0, 1);
    return first?.type === "shop-configured" ? emptyShop(first.shop, first.at) : undefined;
  };
  return {
    async before(place, seq) {
      const [row] = await ask<{ state: StoredShop }>(place, "day-start-before", BEFORE, [seq]);
      return row === undefined ? await firstDay(place.shopId) : rebuildState(row.state);
    },
    async ofDay(place, day) {
      const [row] = await ask<{ state: StoredShop; up_to: number | null }>(place, "day-start-of", OF_DAY, [
        day,
      ]);
      if (row !== undefined) return { start: rebuildState(row.state), upTo: row.up_to ?? Infinity };
      const first = await firstDay(place.shopId);
      if (first?.serviceDay !== day) return undefined;
      const [second] = await ask<{ seq: number }>(
        place,
        "second-day",
        "select seq from shop_days where shop_id = $1 order by seq limit 1",
      );
      return { start: first, upTo: (second?.seq ?? Infinity) - 1 };
    },
    async days(place) {
      const rows = await ask<{ day: ServiceDay }>(place, "days-kept", DAYS);
      const first = await firstDay(place.shopId);
      return [...rows.map(({ day }) => day), ...(first === undefined ? [] : [first.serviceDay])];
    },
  };
}
