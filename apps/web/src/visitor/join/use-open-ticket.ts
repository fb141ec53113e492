import type { CallnextClient } from "@callnext/client";
import { useEffect, useState } from "react";
import { browserStorage } from "../../pages-shared/browser-storage.ts";
import { keptTickets } from "../kept-tickets.ts";
import type { TicketAnswer } from "../wire.ts";

const OPEN: readonly string[] = ["waiting", "called", "serving", "on_hold"];
/** Older tickets of this phone in this shop are not asked for. */
const ASKED = 3;

/** A ticket of this phone that is still open in this shop. */
export function useOpenTicket(client: CallnextClient, shopSlug: string): TicketAnswer | null {
  const [ticket, setTicket] = useState<TicketAnswer | null>(null);
  useEffect(() => {
    let over = false;
    const look = async (): Promise<void> => {
      const kept = keptTickets(browserStorage()).filter((each) => each.shopSlug === shopSlug);
      for (const { id } of kept.slice(0, ASKED)) {
        const answer = await client
          .request<TicketAnswer>("GET", `/public/tickets/${encodeURIComponent(id)}`)
          .catch(() => null);
        if (over) return;
        if (answer !== null && OPEN.indexOf(answer.native_status) >= 0) {
          setTicket(answer);
          return;
        }
      }
    };
    void look();
    return () => {
      over = true;
    };
  }, [client, shopSlug]);
  return ticket;
}
