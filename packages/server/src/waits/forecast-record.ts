import { type Kysely, sql } from "kysely";
import type { ServiceDay } from "@callnext/core";
import type { ShopPlace } from "../records/day-starts.ts";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";

/** How forecasts did. Minutes; the shares and means are null where no forecast's wait is known. */
export interface ForecastScore {
  /** Forecasts given. */
  readonly given: number;
  /** Of these, those whose ticket was called: all that follows is of them. */
  readonly settled: number;
  /** Share of waits from p10 to p90. */
  readonly inside: number | null;
  /** Half of the forecasts were nearer to the truth than this. */
  readonly typicalError: number | null;
  /** Mean of forecast less truth: above zero, people were told too long a wait. */
  readonly bias: number | null;
}

export interface ScoreOfDay extends ForecastScore {
  readonly day: ServiceDay;
}

export interface ForecastRecord {
  readonly shop: ForecastScore;
  /** Newest last. */
  readonly days: readonly ScoreOfDay[];
  readonly queues: ReadonlyMap<string, ForecastScore>;
  /** Of the last week, where enough is known of it; null where it is as it should be. */
  readonly alarm: { readonly inside: number; readonly settled: number } | null;
}

/** A range that holds four times out of five may by chance be this far off, over a week with enough waits. */
const LEAST = 0.75;
const MOST = 0.85;
const ENOUGH = 100;
const ALARM_DAYS = 7;

interface Row {
  readonly day: ServiceDay | null;
  readonly queue_id: string | null;
  readonly given: number;
  readonly settled: number;
  readonly inside: number | null;
  readonly typical_error: number | null;
  readonly bias: number | null;
}

/** What was forecast on the newest days of the record, at most so many, against what came. */
export async function forecastRecord(
  db: Kysely<Database>,
  { tenantId, shopId }: ShopPlace,
  days: number,
): Promise<ForecastRecord> {
  const rows = await inTenant(db, tenantId, async (trx) => {
    const { rows: found } = await sql<Row>`
      with newest as (select day from wait_days where shop_id = ${shopId} order by day desc limit ${days}),
        given as (select f.* from wait_forecasts f join newest n on n.day = f.day where f.shop_id = ${shopId})
      select day, queue_id, count(*)::integer as given, count(minutes)::integer as settled,
        (avg(case when minutes between p10 and p90 then 1.0 else 0.0 end)
          filter (where minutes is not null))::float8 as inside,
        percentile_cont(0.5) within group (order by abs(p50 - minutes))::float8 as typical_error,
        avg(p50 - minutes)::float8 as bias
      from given group by grouping sets ((), (day), (queue_id)) order by day, queue_id`.execute(trx);
    return found;
  });
  const total = rows.find((row) => row.day === null && row.queue_id === null);
  const byDay = rows.flatMap((row) => (row.day === null ? [] : [{ ...scoreOf(row), day: row.day }]));
  return {
    shop: total === undefined ? NOTHING : scoreOf(total),
    days: byDay,
    queues: new Map(
      rows.flatMap((row) => (row.queue_id === null ? [] : [[row.queue_id, scoreOf(row)] as const])),
    ),
    alarm: alarmOf(byDay.slice(-ALARM_DAYS)),
  };
}

const NOTHING: ForecastScore = { given: 0, settled: 0, inside: null, typicalError: null, bias: null };

function scoreOf(row: Row): ForecastScore {
  const { given, settled, inside, typical_error: typicalError, bias } = row;
  return { given, settled, inside, typicalError, bias };
}

function alarmOf(week: readonly ForecastScore[]): ForecastRecord["alarm"] {
  const settled = week.reduce((sum, day) => sum + day.settled, 0);
  if (settled < ENOUGH) return null;
  const inside = week.reduce((sum, day) => sum + (day.inside ?? 0) * day.settled, 0) / settled;
  return inside < LEAST || inside > MOST ? { inside, settled } : null;
}
