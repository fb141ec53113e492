import type { CallnextClient } from "@callnext/client";
import { useEffect } from "react";
import { PageHead } from "../../pages-shared/page-head.tsx";
import { StaleNote } from "../stale-note.tsx";
import { useWaitingWords } from "./catalogue.ts";
import { LeaveList } from "./leave-list.tsx";
import { OfferCard } from "./offer-card.tsx";
import { useWaiting, type Waiting, type WaitingLoad } from "./use-waiting.ts";
import { WishCard } from "./wish-card.tsx";

interface Props {
  readonly client: CallnextClient;
  readonly id: string;
  readonly waitingKey: string | null;
}

export function WaitingPage({ client, id, waitingKey }: Props) {
  const t = useWaitingWords();
  const waiting = useWaiting(client, id, waitingKey);
  const { load } = waiting;
  const name = load.kind === "ready" ? load.answer.shop.name : null;
  useEffect(() => {
    document.title = name === null ? t("title") : `${t("title")} – ${name}`;
  }, [name, t]);
  return (
    <div className="page">
      <PageHead>{name ?? "Callnext"}</PageHead>
      <main className="waiting-main">
        {load.kind === "ready" ? (
          <Entry waiting={waiting} load={load} />
        ) : (
          <section className="card" role="status" data-testid="no-waiting" data-state={load.kind}>
            <h1>{t(`noWaiting.${load.kind}.title`)}</h1>
            <p>{t(`noWaiting.${load.kind}.advice`)}</p>
            {load.kind === "failed" ? (
              <button type="button" className="button" onClick={() => void waiting.refetch()}>
                {t("again")}
              </button>
            ) : null}
          </section>
        )}
      </main>
    </div>
  );
}

function Entry({
  waiting,
  load: { answer, provedAt, stale },
}: {
  readonly waiting: Waiting;
  readonly load: Extract<WaitingLoad, { readonly kind: "ready" }>;
}) {
  const t = useWaitingWords();
  const { status } = answer.waiting;
  const open = status === "waiting" || status === "offered";
  return (
    <div className="waiting" data-testid="waiting" data-status={status}>
      <Refusal code={waiting.refused} />
      <OfferCard answer={answer} waiting={waiting} />
      <Standing answer={answer} />
      {stale ? <StaleNote provedAt={provedAt} /> : null}
      <WishCard answer={answer} />
      {open ? (
        <LeaveList busy={waiting.busy === "leave"} onLeave={() => void waiting.leave()} />
      ) : (
        <a className="button" href={`/book/${encodeURIComponent(answer.shop.slug)}`}>
          {t("bookAgain")}
        </a>
      )}
    </div>
  );
}

function Refusal({ code }: { readonly code: string | null }) {
  const t = useWaitingWords();
  const silent = code === "network" || code === "timeout" || code === "unavailable";
  return (
    <div aria-live="assertive" className="live">
      {code === null ? null : (
        <p className="notice notice-bad" data-testid="refused">
          {t(code === "offer-over" ? "refused.over" : silent ? "refused.network" : "refused.other")}
        </p>
      )}
    </div>
  );
}

/** How it stands, where nothing is offered. */
function Standing({
  answer: { waiting, ahead, appointment_url: url },
}: Pick<Extract<WaitingLoad, { readonly kind: "ready" }>, "answer">) {
  const t = useWaitingWords();
  const { status } = waiting;
  if (status === "offered") return null;
  return (
    <section className="card" role="status">
      <h1>{t(`${status}.title`)}</h1>
      <p>{t(`${status}.text`)}</p>
      {status === "waiting" && ahead !== null ? (
        <p className="quiet" data-testid="ahead" data-ahead={ahead}>
          {ahead === 0 ? t("waiting.first") : t("waiting.ahead", { count: ahead })}
        </p>
      ) : null}
      {status === "booked" && url !== null ? (
        <a className="button button-main" href={url}>
          {t("booked.show")}
        </a>
      ) : null}
    </section>
  );
}
