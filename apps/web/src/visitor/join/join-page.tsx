import type { CallnextClient } from "@callnext/client";
import type { PublicView } from "@callnext/protocol";
import { useEffect, useMemo, useState } from "react";
import { browserStorage } from "../../pages-shared/browser-storage.ts";
import { FreshnessNote } from "../../pages-shared/freshness-note.tsx";
import { PageHead } from "../../pages-shared/page-head.tsx";
import { useReadable } from "../../pages-shared/use-readable.ts";
import { keepTicket } from "../kept-tickets.ts";
import { randomKey } from "../random-key.ts";
import type { JoinAnswer } from "../wire.ts";
import { useJoinWords } from "./catalogue.ts";
import { ClosedDoor } from "./closed-door.tsx";
import { ComingAppointmentCard } from "./coming-appointment-card.tsx";
import { JoinForm } from "./join-form.tsx";
import { joinView } from "./join-view.ts";
import { OpenTicketCard } from "./open-ticket-card.tsx";
import { useComingAppointment } from "./use-coming-appointment.ts";
import { useJoin, type JoinRequest } from "./use-join.ts";
import { useOpenTicket } from "./use-open-ticket.ts";
import { useShop } from "./use-shop.ts";

export function JoinPage({ client, slug }: { readonly client: CallnextClient; readonly slug: string }) {
  const t = useJoinWords();
  const { load, retry } = useShop(client, slug);
  const title = load.kind === "ready" ? load.answer.shop.name : t("title");
  useEffect(() => {
    document.title = load.kind === "ready" ? `${t("title")} – ${title}` : title;
  }, [load, t, title]);
  return (
    <div className="page">
      <PageHead>Callnext</PageHead>
      <main className="join-main">
        {load.kind === "ready" ? (
          <JoinShop client={client} answer={load.answer} />
        ) : (
          <NoShop kind={load.kind} retry={retry} />
        )}
      </main>
    </div>
  );
}

function NoShop({
  kind,
  retry,
}: {
  readonly kind: "loading" | "unknown" | "failed";
  readonly retry: () => void;
}) {
  const t = useJoinWords();
  return (
    <section className="card door" role="status" data-testid="no-shop" data-state={kind}>
      <h1>{t(`noShop.${kind}.title`)}</h1>
      <p>{t(`noShop.${kind}.advice`)}</p>
      {kind === "failed" ? (
        <button type="button" className="button" onClick={retry}>
          {t("again")}
        </button>
      ) : null}
    </section>
  );
}

function JoinShop({ client, answer }: { readonly client: CallnextClient; readonly answer: JoinAnswer }) {
  const t = useJoinWords();
  const { shop, tenant } = answer;
  const live = useReadable(
    useMemo(() => client.topic<PublicView>(`shop:${shop.id}:public`), [client, shop.id]),
  );
  const view = joinView(answer, live.view);
  const open = useOpenTicket(client, shop.slug);
  const coming = useComingAppointment(client, shop.slug);
  const [another, setAnother] = useState(false);
  const { joining, join } = useJoin(client, randomKey);

  const onJoin = async (queueId: string, request: JoinRequest): Promise<void> => {
    const ticket = await join(tenant.slug, queueId, request);
    if (ticket === null) return;
    const key = /#k=(.+)$/.exec(ticket.ticket_url)?.[1] ?? "";
    keepTicket(browserStorage(), { id: ticket.ticket_id, key, shopSlug: shop.slug, takenAt: Date.now() });
    location.assign(ticket.ticket_url);
  };

  return (
    <>
      <div className="shop-title">
        <h1>{shop.name}</h1>
        {shop.address === "" ? null : <p className="quiet">{shop.address}</p>}
        <p
          className={view.door === "open" ? "badge badge-open" : "badge badge-closed"}
          data-testid="shop-state"
        >
          {t(view.door === "open" ? "open" : `door.${view.door}.short`)}
        </p>
      </div>
      {coming === null ? null : <ComingAppointmentCard answer={coming} />}
      {open === null ? null : (
        <OpenTicketCard ticket={open} another={another} onAnother={() => setAnother(true)} />
      )}
      {open !== null && !another ? null : view.door === "open" ? (
        <JoinForm
          view={view}
          joining={joining}
          phoneRequired={shop.phone_required}
          onJoin={(...wish) => void onJoin(...wish)}
        />
      ) : (
        <ClosedDoor door={view.door} shop={shop} />
      )}
      {answer.record === null ? null : (
        <p className="quiet" data-testid="record">
          {t("record", { share: Math.round(100 * answer.record.inside), count: answer.record.settled })}
        </p>
      )}
      {shop.booking_open ? <BookInstead shopSlug={shop.slug} /> : null}
      {live.view === null ? null : (
        <FreshnessNote client={client} stale={live.stale} provedAt={live.provedAt} />
      )}
    </>
  );
}

/** For who would rather not wait. */
function BookInstead({ shopSlug }: { readonly shopSlug: string }) {
  const t = useJoinWords();
  const address = `/book/${encodeURIComponent(shopSlug)}`;
  return (
    <a className="button button-plain" href={address} data-testid="book-instead">
      {t("book")}
    </a>
  );
}
