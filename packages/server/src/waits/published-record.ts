import type { Kysely } from "kysely";
import type { ShopPlace } from "../records/day-starts.ts";
import type { Database } from "../storage/schema.ts";
import { forecastRecord } from "./forecast-record.ts";

const DAYS = 28;
/** A share of fewer says more about chance than about the branch. */
const ENOUGH = 50;

/** What visitors may be told of the last four weeks; null while too little is known. */
export async function publishedRecord(
  db: Kysely<Database>,
  place: ShopPlace,
): Promise<{ readonly inside: number; readonly settled: number } | null> {
  const { inside, settled } = (await forecastRecord(db, place, DAYS)).shop;
  return inside === null || settled < ENOUGH ? null : { inside, settled };
}
