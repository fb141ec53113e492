import type { Ticket } from "@callnext/core";
import { shopOf } from "../../shops/shop-of.ts";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";
import type { Context } from "./context.ts";
import { ProblemError } from "./problem-error.ts";

/** A ticket in any state: from the live state, or as it ended. */
export async function findTicket(
  context: Context,
  snapshot: ShopSnapshot,
  ticketId: string,
): Promise<Ticket> {
  const live = snapshot.state.tickets.get(ticketId);
  if (live !== undefined) return live;
  const [stored] = await context.directory.tickets(shopOf(snapshot), [ticketId]);
  if (stored === undefined) throw new ProblemError("ticket-not-found");
  return stored;
}
