import { browserStorage } from "../../pages-shared/browser-storage.ts";
import { keepTicket, keptTickets } from "../kept-tickets.ts";

/**
 * The capability of this ticket: out of the private link, which is then taken from the address bar (it would end in
 * screenshots and histories), or kept from an earlier visit.
 */
export function takeTicketKey(id: string, place: Location, history: History): string | null {
  const given = /^#k=(.+)$/.exec(place.hash)?.[1];
  if (given !== undefined) {
    keepTicket(browserStorage(), { id, key: given, shopSlug: "", takenAt: Date.now() });
    history.replaceState(null, "", place.pathname + place.search);
    return given;
  }
  return keptTickets(browserStorage()).find((ticket) => ticket.id === id)?.key || null;
}
