import type { CallnextError, TopicState } from "@callnext/client";
import type { PublicView } from "@callnext/protocol";
import { useCallback, useEffect, useState } from "react";
import { useCallnext } from "./client-context.ts";
import type { PublicTicket, TicketPlace } from "./public-ticket.ts";
import { ticketNews, ticketPlace } from "./ticket-facts.ts";
import { usePublicShop } from "./use-public-shop.ts";

const RETRY_MS = 5_000;

export interface TicketState extends TicketPlace {
  /** Null until the first answer. */
  readonly ticket: PublicTicket | null;
  readonly error: CallnextError | null;
  /** The room's topic: its `stale` is the page's. */
  readonly room: TopicState<PublicView>;
  readonly refresh: () => void;
}

/** One visitor's ticket, live: the room's shared topic gives the place, and tells when to ask for the ticket itself again. */
export function useTicket(ticketId: string | null, key: string | null = null): TicketState {
  const client = useCallnext();
  const [ticket, setTicket] = useState<PublicTicket | null>(null);
  const [error, setError] = useState<CallnextError | null>(null);
  const [round, setRound] = useState(0);
  const room = usePublicShop(ticket?.shop_id ?? null);
  const news = ticketNews(room.view, ticket);

  useEffect(() => {
    if (news !== null) setRound((n) => n + 1);
  }, [news]);

  useEffect(() => {
    setTicket(null);
    setError(null);
  }, [client, ticketId]);

  useEffect(() => {
    if (ticketId === null) return undefined;
    let current = true;
    let retry: ReturnType<typeof setTimeout> | undefined;
    const headers: Record<string, string> = key === null ? {} : { "x-ticket-key": key };
    client
      .request<PublicTicket>("GET", `/public/tickets/${encodeURIComponent(ticketId)}`, undefined, { headers })
      .then(
        (answer) => {
          if (!current) return;
          setTicket(answer);
          setError(null);
        },
        (reason: CallnextError) => {
          if (!current) return;
          setError(reason);
          if (reason.undecided) retry = setTimeout(() => setRound((n) => n + 1), RETRY_MS);
        },
      );
    return () => {
      current = false;
      clearTimeout(retry);
    };
  }, [client, ticketId, key, round]);

  const refresh = useCallback(() => setRound((n) => n + 1), []);
  return { ticket, error, room, refresh, ...ticketPlace(room.view, ticket) };
}
