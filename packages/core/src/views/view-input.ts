import type { ShopState } from "../queue/shop.ts";
import type { TicketId } from "../queue/ticket.ts";

/** What the views are made of: a shop's state and the names that the core itself does not hold. */
export interface ViewInput {
  readonly state: ShopState;
  readonly tenant: { readonly slug: string; readonly name: string };
  readonly people: ReadonlyMap<TicketId, { readonly fullName: string | null; readonly phone: string | null }>;
  readonly staffNames: ReadonlyMap<number, string>;
}
