import { type Kysely, sql } from "kysely";
import type { Database } from "../../storage/schema.ts";

export interface ListedShops {
  readonly ids: readonly number[];
  readonly total: number;
}

/** The shops of all organisations in force, by name; those only that `sought` occurs in. */
export async function listedShops(
  db: Kysely<Database>,
  sought: string,
  { page, limit }: { readonly page: number; readonly limit: number },
): Promise<ListedShops> {
  const read = async (skipped: number, atMost: number) =>
    (
      await sql<{ readonly shop_id: number; readonly total: number }>`
        select shop_id, total::int from listed_shops(${sought}, ${skipped}, ${atMost})`.execute(db)
    ).rows;
  const rows = await read((page - 1) * limit, limit);
  // Beyond the last page no row is left that could say how many there are.
  const [first] = rows.length > 0 || page === 1 ? rows : await read(0, 1);
  return { ids: rows.map(({ shop_id: id }) => id), total: first?.total ?? 0 };
}
