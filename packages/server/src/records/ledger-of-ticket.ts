import { fold, type PlaceChange, placeLedger, type Ticket } from "@callnext/core";
import type { ShopRuntime } from "../shops/shop-runtime.ts";
import type { DayStarts, ShopPlace } from "./day-starts.ts";
import { readLog } from "./read-log.ts";

/** Why a ticket stood where it stood, from joining until now; undefined where the log is too long to tell. */
export async function ledgerOfTicket(
  { runtime, dayStarts }: { readonly runtime: ShopRuntime; readonly dayStarts: DayStarts },
  place: ShopPlace,
  ticket: Ticket,
): Promise<readonly PlaceChange[] | undefined> {
  const start = await dayStarts.before(place, ticket.entry);
  if (start === undefined) return undefined;
  const events = await readLog(runtime, place.shopId, start.seq, Infinity);
  if (events === undefined) return undefined;
  const earlier = events.filter(({ seq }) => seq < ticket.entry);
  const since = events.slice(earlier.length);
  return placeLedger(fold(start, earlier), since, ticket.id);
}
