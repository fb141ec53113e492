import type { CallnextClient } from "@callnext/client";
import type { BookingPage } from "@callnext/protocol";
import { useEffect } from "react";
import { PageHead } from "../../pages-shared/page-head.tsx";
import { BookingFlow } from "./booking-flow.tsx";
import { useBookWords } from "./catalogue.ts";
import { useBookingPage } from "./use-booking-page.ts";

export function BookPage({ client, slug }: { readonly client: CallnextClient; readonly slug: string }) {
  const t = useBookWords();
  const { load, retry } = useBookingPage(client, slug);
  const name = load.kind === "ready" ? load.page.shop.name : null;
  useEffect(() => {
    document.title = name === null ? t("title") : `${t("title")} – ${name}`;
  }, [name, t]);
  return (
    <div className="page">
      <PageHead>Callnext</PageHead>
      <main className="book-main">
        {load.kind === "ready" ? (
          <BookShop client={client} page={load.page} />
        ) : (
          <NoShop kind={load.kind} retry={retry} />
        )}
      </main>
    </div>
  );
}

function BookShop({ client, page }: { readonly client: CallnextClient; readonly page: BookingPage }) {
  const { name, address } = page.shop;
  return (
    <>
      <div className="shop-title">
        <h1>{name}</h1>
        {address === "" ? null : <p className="quiet">{address}</p>}
      </div>
      {page.rules.open && page.services.length > 0 ? (
        <BookingFlow client={client} page={page} />
      ) : (
        <Closed page={page} />
      )}
    </>
  );
}

/** Nothing can be booked here; the line may still be joined. */
function Closed({ page }: { readonly page: BookingPage }) {
  const t = useBookWords();
  const why = page.rules.open ? "noServices" : "closed";
  return (
    <section className="card door" data-testid="door" data-door={why}>
      <h2>{t(`${why}.title`)}</h2>
      <p>{t(`${why}.advice`)}</p>
      <a className="button" href={`/join/${encodeURIComponent(page.shop.slug)}`}>
        {t("closed.join")}
      </a>
    </section>
  );
}

function NoShop({
  kind,
  retry,
}: {
  readonly kind: "loading" | "unknown" | "failed";
  readonly retry: () => void;
}) {
  const t = useBookWords();
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
