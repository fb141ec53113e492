import type { CallnextClient } from "@callnext/client";
import { useEffect } from "react";
import { browserStorage } from "../../pages-shared/browser-storage.ts";
import { PageHead } from "../../pages-shared/page-head.tsx";
import type { Chime } from "../../pages-shared/sound/chime.ts";
import { keepTicket } from "../kept-tickets.ts";
import { useTicketWords } from "./catalogue.ts";
import { TicketView } from "./ticket-view.tsx";
import { useTicket } from "./use-ticket.ts";

interface Props {
  readonly client: CallnextClient;
  readonly id: string;
  readonly ticketKey: string | null;
  readonly chime: Chime;
}

export function TicketPage({ client, id, ticketKey, chime }: Props) {
  const t = useTicketWords();
  const { load, refetch } = useTicket(client, id, ticketKey);
  const shop = load.kind === "ready" ? load.screen.answer : null;
  const slug = shop?.shop_slug ?? "";
  useEffect(() => {
    // The join page of this shop then offers this ticket instead of a second one.
    if (slug !== "" && ticketKey !== null)
      keepTicket(browserStorage(), { id, key: ticketKey, shopSlug: slug, takenAt: Date.now() });
  }, [id, slug, ticketKey]);
  useEffect(() => {
    if (load.kind !== "ready") document.title = t("title");
  }, [load.kind, t]);
  return (
    <div className="page">
      <PageHead>{shop?.shop_name ?? "Callnext"}</PageHead>
      <main className="ticket-main">
        {load.kind === "ready" ? (
          <TicketView
            client={client}
            screen={load.screen}
            ticketKey={ticketKey}
            chime={chime}
            refetch={refetch}
          />
        ) : (
          <section className="card" role="status" data-testid="no-ticket" data-state={load.kind}>
            <h1>{t(`noTicket.${load.kind}.title`)}</h1>
            <p>{t(`noTicket.${load.kind}.advice`)}</p>
            {load.kind === "failed" ? (
              <button type="button" className="button" onClick={() => void refetch()}>
                {t("again")}
              </button>
            ) : null}
          </section>
        )}
      </main>
    </div>
  );
}
