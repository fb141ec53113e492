import type { TicketId } from "@callnext/core";
import type { Queryable } from "./queryable.ts";

const TEXT = `select ticket_id from visitors where shop_id = $1 and ticket_id = any($2::uuid[])`;

/** Of these tickets of the shop those of which it is no longer kept whose they are. */
export async function readErased(
  database: Queryable,
  shopId: number,
  ids: readonly TicketId[],
): Promise<ReadonlySet<TicketId>> {
  if (ids.length === 0) return new Set();
  const answer = await database.query<{ ticket_id: TicketId }>({
    name: "erased-people",
    text: TEXT,
    values: [shopId, ids],
  });
  const kept = new Set(answer.rows.map((row) => row.ticket_id));
  return new Set(ids.filter((id) => !kept.has(id)));
}
