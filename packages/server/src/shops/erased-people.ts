import type { AppointmentId, TicketId } from "@callnext/core";
import type { Queryable } from "./queryable.ts";
import type { ShopSnapshot } from "./shop-runtime.ts";

/** Those of whom it is no longer kept who they were. */
export interface Erased {
  readonly tickets: ReadonlySet<TicketId>;
  readonly appointments: ReadonlySet<AppointmentId>;
}

export const NOBODY_ERASED: Erased = { tickets: new Set(), appointments: new Set() };

const TEXT = `select
  array(select ticket_id from visitors where shop_id = $1 and ticket_id = any($2::uuid[])) as tickets,
  array(select appointment_id from bookers where shop_id = $1 and appointment_id = any($3::integer[])) as appointments`;

/** Of the visitors and bookers that a snapshot has, the erased ones. */
export async function readErased(
  database: Queryable,
  { state, people, bookers }: Pick<ShopSnapshot, "state" | "people" | "bookers">,
): Promise<Erased> {
  if (people.size === 0 && bookers.size === 0) return NOBODY_ERASED;
  const answer = await database.query<{ tickets: TicketId[]; appointments: AppointmentId[] }>({
    name: "erased-people",
    text: TEXT,
    values: [state.shop.id, [...people.keys()], [...bookers.keys()]],
  });
  const [kept] = answer.rows;
  return { tickets: missing(people, kept?.tickets), appointments: missing(bookers, kept?.appointments) };
}

function missing<Id>(known: ReadonlyMap<Id, unknown>, kept: readonly Id[] | undefined): ReadonlySet<Id> {
  const still = new Set(kept);
  return new Set([...known.keys()].filter((id) => !still.has(id)));
}
