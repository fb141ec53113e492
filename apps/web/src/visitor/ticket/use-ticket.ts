import type { CallnextClient } from "@callnext/client";
import type { PublicView } from "@callnext/protocol";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { browserStorage } from "../../pages-shared/browser-storage.ts";
import { errorCode } from "../../pages-shared/error-code.ts";
import type { TicketAnswer } from "../wire.ts";
import { forgetTicket, storedTicket, storeTicket } from "./stored-ticket.ts";
import { type LiveView, outdated, type TicketNow, ticketNow } from "./ticket-now.ts";

export interface TicketScreen {
  readonly answer: TicketAnswer;
  readonly now: TicketNow;
  /** When what is shown was last proved, ms since the epoch. */
  readonly provedAt: number;
  readonly stale: boolean;
}

export type TicketLoad =
  | { readonly kind: "loading" }
  | { readonly kind: "unknown" }
  | { readonly kind: "failed" }
  | { readonly kind: "ready"; readonly screen: TicketScreen };

interface Known {
  readonly answer: TicketAnswer;
  readonly provedAt: number;
  /** From the store: shown, but marked. */
  readonly stored: boolean;
}

const STALE_AFTER_MS = 8_000;
const POLL_MS = 5_000;
/** While the room's view is live it says everything but how a ticket ended. */
const CHECK_MS = 30_000;

/** One ticket, live: the room's view moves it, its own answer confirms it, polling stands in, the store bridges a start without network. */
export function useTicket(
  client: CallnextClient,
  id: string,
  key: string | null,
): { readonly load: TicketLoad; readonly refetch: () => Promise<void> } {
  const [known, setKnown] = useState<Known | null>(() => fromStore(id));
  const [trouble, setTrouble] = useState<"unknown" | "failed" | null>(null);
  const live = useRoom(client, known?.answer.shop_id ?? null);
  const [, tick] = useState(0);

  const refetch = useCallback(async () => {
    const startedAt = Date.now();
    try {
      const headers = key === null ? {} : { "x-ticket-key": key };
      const answer = await client.request<TicketAnswer>(
        "GET",
        `/public/tickets/${encodeURIComponent(id)}`,
        undefined,
        { headers, timeoutMs: 6_000 },
      );
      setTrouble(null);
      setKnown((before) =>
        before !== null && isOlder(answer, before) ? before : { answer, provedAt: startedAt, stored: false },
      );
      storeTicket(browserStorage(), { answer, provedAt: startedAt });
    } catch (error) {
      const unknown = ["ticket-not-found", "not-found"].indexOf(errorCode(error) ?? "") >= 0;
      setTrouble(unknown ? "unknown" : "failed");
      if (unknown) forgetTicket(browserStorage(), id);
    }
  }, [client, id, key]);

  const now = known === null ? null : ticketNow(known.answer, live.view);
  const liveProof = live.view !== null && known?.answer.epoch === live.view.epoch ? live.provedAt : 0;
  const provedAt = Math.max(known?.provedAt ?? 0, liveProof);
  const stale =
    known === null || (known.stored && liveProof === 0) || Date.now() - provedAt >= STALE_AFTER_MS;
  usePolling(refetch, stale || trouble !== null ? POLL_MS : CHECK_MS);
  useAskWhenOutdated(refetch, known, now, live.view);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 1_000);
    return () => clearInterval(timer);
  }, []);

  if (trouble === "unknown") return { load: { kind: "unknown" }, refetch };
  if (known === null || now === null)
    return { load: { kind: trouble === "failed" ? "failed" : "loading" }, refetch };
  return { load: { kind: "ready", screen: { answer: known.answer, now, provedAt, stale } }, refetch };
}

function fromStore(id: string): Known | null {
  const stored = storedTicket(browserStorage(), id);
  return stored === null ? null : { ...stored, stored: true };
}

/** An answer that was overtaken on its way. */
const isOlder = (answer: TicketAnswer, { answer: before, stored }: Known): boolean =>
  !stored && answer.epoch === before.epoch && answer.seq < before.seq;

interface Room {
  readonly view: LiveView | null;
  readonly provedAt: number;
}

/** The public view of the shop, once the shop is known. */
function useRoom(client: CallnextClient, shopId: number | null): Room {
  const topic = useMemo(
    () => (shopId === null ? null : client.topic<PublicView>(`shop:${shopId}:public`)),
    [client, shopId],
  );
  const [, changed] = useState({});
  useEffect(() => topic?.subscribe(() => changed({})), [topic]);
  const state = topic?.get() ?? null;
  if (state === null || state.view === null || state.restored) return { view: null, provedAt: 0 };
  return { view: { view: state.view, seq: state.seq, epoch: state.epoch }, provedAt: state.provedAt };
}

function usePolling(refetch: () => Promise<void>, everyMs: number): void {
  useEffect(() => {
    void refetch();
  }, [refetch]);
  useEffect(() => {
    const timer = setInterval(() => void refetch(), everyMs);
    const look = (): void => {
      if (document.visibilityState === "visible") void refetch();
    };
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [refetch, everyMs]);
}

/** Asks once for each seq at which the room's view says something new about this ticket. */
function useAskWhenOutdated(
  refetch: () => Promise<void>,
  known: Known | null,
  now: TicketNow | null,
  view: LiveView | null,
): void {
  const asked = useRef("");
  useEffect(() => {
    if (known === null || now === null || view === null || !outdated(known.answer, now, view)) return;
    const about = `${view.epoch}:${now.status}:${now.calls}:${now.queueName}:${known.answer.seq}`;
    if (asked.current === about) return;
    asked.current = about;
    void refetch();
  });
}
