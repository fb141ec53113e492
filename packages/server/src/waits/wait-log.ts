import type { KeptForecast, ServiceDay, SettledForecast, WaitModel } from "@callnext/core";
import { keepForecast } from "@callnext/core";
import { type Kysely, sql, type Transaction } from "kysely";
import type { ShopPlace } from "../records/day-starts.ts";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";

/** So many of the newest are learned from: what lies further back no longer says how people wait today. */
const RECALLED = 6_000;
const ROWS_AT_ONCE = 500;
/** The record shows at most ninety. */
const KEPT_DAYS = 100;
const DAY_MS = 86_400_000;

/** A day that is over, with what was forecast on it. */
export interface SettledDay {
  readonly day: ServiceDay;
  readonly forecasts: readonly SettledForecast[];
  /** Trained on the days up to this one; null: too little is known for one. */
  readonly model: WaitModel | null;
}

/** What forecasts go on from: the newest model, and what was forecast before. */
export interface ForecastBase {
  /** The last day it knows of; null: none is over. */
  readonly day: ServiceDay | null;
  readonly model: WaitModel | null;
  readonly kept: readonly KeptForecast[];
}

/** The record of forecasts in the database. */
export interface WaitLog {
  settledDays(place: ShopPlace): Promise<ReadonlySet<ServiceDay>>;
  newestDay(place: ShopPlace): Promise<ServiceDay | null>;
  base(place: ShopPlace): Promise<ForecastBase>;
  /** All of it or nothing; false where the day was written already. */
  settle(place: ShopPlace, settled: SettledDay): Promise<boolean>;
}

export function createWaitLog(db: Kysely<Database>, now: () => number): WaitLog {
  const within = <Result>(
    { tenantId }: ShopPlace,
    work: (trx: Transaction<Database>) => Promise<Result>,
  ): Promise<Result> => inTenant(db, tenantId, work);
  return {
    async settledDays(place) {
      const rows = await within(place, (trx) =>
        trx.selectFrom("wait_days").select("day").where("shop_id", "=", place.shopId).execute(),
      );
      return new Set(rows.map(({ day }) => day));
    },
    async newestDay(place) {
      return (await within(place, (trx) => newest(trx, place.shopId)))?.day ?? null;
    },
    base: (place) => within(place, (trx) => readBase(trx, place.shopId)),
    settle: (place, settled) =>
      within(place, async (trx) => {
        const isNew = await writeDay(trx, place, settled, new Date(now()));
        if (isNew) {
          await writeForecasts(trx, place, settled);
          await forgetOld(trx, place.shopId, settled.day);
        }
        return isNew;
      }),
  };
}

type Trx = Transaction<Database>;

function newest(trx: Trx, shopId: number) {
  return trx
    .selectFrom("wait_days")
    .select(["day", "model"])
    .where("shop_id", "=", shopId)
    .orderBy("day", "desc")
    .limit(1)
    .executeTakeFirst();
}

async function readBase(trx: Trx, shopId: number): Promise<ForecastBase> {
  const last = await newest(trx, shopId);
  const rows = await trx
    .selectFrom("wait_forecasts")
    .select(["seq", "at", "known_at", "known_seq", "queue_id", "minutes", "kept"])
    .where("shop_id", "=", shopId)
    .orderBy("seq", "desc")
    .limit(RECALLED)
    .execute();
  return { day: last?.day ?? null, model: last?.model ?? null, kept: rows.map(keptOf) };
}

/** False where the day was written already. */
async function writeDay(
  trx: Trx,
  { tenantId, shopId }: ShopPlace,
  { day, model }: SettledDay,
  settledAt: Date,
): Promise<boolean> {
  const written = await trx
    .insertInto("wait_days")
    .values({
      tenant_id: tenantId,
      shop_id: shopId,
      day,
      model: model === null ? null : JSON.stringify(model),
      settled_at: settledAt,
    })
    .onConflict((conflict) => conflict.columns(["shop_id", "day"]).doNothing())
    .returning("day")
    .executeTakeFirst();
  if (written === undefined) return false;
  // Only the newest model is ever gone on from.
  await trx
    .updateTable("wait_days")
    .set({ model: null })
    .where("shop_id", "=", shopId)
    .where("day", "<", day)
    .where("model", "is not", null)
    .execute();
  return true;
}

async function writeForecasts(trx: Trx, place: ShopPlace, { day, forecasts }: SettledDay): Promise<void> {
  for (let from = 0; from < forecasts.length; from += ROWS_AT_ONCE) {
    const part = forecasts.slice(from, from + ROWS_AT_ONCE);
    await trx
      .insertInto("wait_forecasts")
      .values(part.map((one) => rowOf(place, day, one)))
      .execute();
  }
}

async function forgetOld(trx: Trx, shopId: number, day: ServiceDay): Promise<void> {
  const oldest = new Date(Date.parse(day) - KEPT_DAYS * DAY_MS).toISOString().slice(0, 10);
  await trx.deleteFrom("wait_forecasts").where("shop_id", "=", shopId).where("day", "<", oldest).execute();
}

function rowOf({ tenantId, shopId }: ShopPlace, day: ServiceDay, settled: SettledForecast) {
  const { seq, ticketId, queueId, at, knownAt, knownSeq, open, minutes } = settled;
  const { reading, given } = keepForecast(settled);
  return {
    tenant_id: tenantId,
    shop_id: shopId,
    seq,
    ticket_id: ticketId,
    day,
    queue_id: queueId,
    at: new Date(at),
    known_at: new Date(knownAt),
    known_seq: knownSeq,
    place: open.reading.waiting,
    p10: open.p10,
    p50: open.p50,
    p90: open.p90,
    minutes,
    kept: JSON.stringify({ reading, given }),
  };
}

interface KeptRow {
  readonly seq: number;
  readonly at: Date;
  readonly known_at: Date;
  readonly known_seq: number;
  readonly queue_id: string;
  readonly minutes: number | null;
  readonly kept: Pick<KeptForecast, "reading" | "given">;
}

function keptOf(row: KeptRow): KeptForecast {
  const { seq, at, known_at: knownAt, known_seq: knownSeq, queue_id: queueId, minutes, kept } = row;
  return { ...kept, minutes, seq, at: at.getTime(), knownAt: knownAt.getTime(), knownSeq, queueId };
}

/** Shops with a day that is over and not written down, at most so many. */
export async function shopsDue(db: Kysely<Database>, atMost: number): Promise<readonly ShopPlace[]> {
  const { rows } = await sql<{ tenant_id: number; shop_id: number }>`
    select tenant_id, shop_id from wait_days_due(${atMost})`.execute(db);
  return rows.map((row) => ({ tenantId: row.tenant_id, shopId: row.shop_id }));
}
