import type { ShopLog } from "../oracle/shop-log.ts";

/** One call or recall: `(ticketId, calls)` names it, `seq` says when. */
export interface Announcement {
  readonly seq: number;
  readonly ticketId: string;
  readonly calls: number;
}

/** Every call and recall of the shop in the order in which they happened, told from its log alone. */
export function announcementsOf({ events }: ShopLog): readonly Announcement[] {
  const counts = new Map<string, number>();
  return events
    .filter(({ type }) => type === "ticket-called" || type === "ticket-recalled")
    .map(({ seq, body }) => {
      const ticketId = String(body["ticketId"]);
      const calls = (counts.get(ticketId) ?? 0) + 1;
      counts.set(ticketId, calls);
      return { seq, ticketId, calls };
    });
}
