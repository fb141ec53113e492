import type { CallnextClient } from "@callnext/client";
import { useEffect, useRef } from "react";
import { FreshnessNote } from "../../pages-shared/freshness-note.tsx";
import type { Chime } from "../../pages-shared/sound/chime.ts";
import { useShared } from "../../pages-shared/speech.tsx";
import { placeText } from "../place-text.ts";
import { AlertButton } from "./alert-button.tsx";
import { CalledScreen } from "./called-screen.tsx";
import { useTicketWords } from "./catalogue.ts";
import { LeaveButton } from "./leave-button.tsx";
import { PhaseCard } from "./phase-card.tsx";
import { PresenceButton } from "./presence-button.tsx";
import { RefusalNote } from "./refusal-note.tsx";
import { useActions } from "./use-actions.ts";
import { useCallAlert } from "./use-call-alert.ts";
import type { TicketScreen } from "./use-ticket.ts";
import { useWakeLock } from "./use-wake-lock.ts";
import { WaitingCard } from "./waiting-card.tsx";

interface Props {
  readonly client: CallnextClient;
  readonly screen: TicketScreen;
  readonly ticketKey: string | null;
  readonly chime: Chime;
  readonly refetch: () => Promise<void>;
}

export function TicketView({ client, screen, ticketKey, chime, refetch }: Props) {
  const { answer, now, stale, provedAt } = screen;
  const t = useTicketWords();
  const actions = useActions(client, answer, ticketKey, refetch);
  const alerts = useCallAlert(stale ? null : now, chime);
  const waits = now.status === "waiting" || now.status === "called";
  useWakeLock(waits);
  useTitle(screen);
  const mine = answer.can_leave || ticketKey !== null;
  const moved = useTransfer(now.queueName);
  const note = <FreshnessNote client={client} stale={stale} provedAt={provedAt} />;
  const presence = mine ? <PresenceButton now={now} actions={actions} /> : null;

  return (
    <div className="ticket" data-testid="ticket" data-status={now.status} data-number={now.number} data-alerts={alerts} data-stale={stale}>
      {now.status === "called" ? (
        <CalledScreen now={now}>
          {presence}
          {note}
        </CalledScreen>
      ) : (
        <>
          <div className="card ticket-card">
            <p className="quiet">{t("yourNumber")}</p>
            <p className="ticket-number" data-testid="number">
              {now.number}
            </p>
            <p className="ticket-queue" data-testid="queue-name">
              {now.queueName}
            </p>
            {answer.service_name === "" || answer.service_name === now.queueName ? null : <p className="quiet">{answer.service_name}</p>}
            {moved ? <p className="notice" role="status" data-testid="moved">{t("moved", { queue: now.queueName })}</p> : null}
            {now.status === "waiting" ? <WaitingCard now={now} /> : <PhaseCard now={now} />}
          </div>
          {note}
          {presence}
          {waits ? <AlertButton chime={chime} /> : null}
        </>
      )}
      <RefusalNote actions={actions} />
      {waits && mine ? <LeaveButton busy={actions.busy === "leave"} onLeave={() => void actions.leave()} /> : null}
      {["completed", "no_show", "cancelled"].indexOf(now.status) < 0 ? null : (
        <a className="button" href={`/join/${encodeURIComponent(answer.shop_slug)}`}>
          {t("takeAnother")}
        </a>
      )}
    </div>
  );
}

/** Whether the line changed while this page was open. */
function useTransfer(queueName: string): boolean {
  const first = useRef(queueName);
  return first.current !== queueName;
}

/** The tab tells it too: the phone may be showing something else. */
function useTitle({ now }: TicketScreen): void {
  const t = useTicketWords();
  const shared = useShared();
  useEffect(() => {
    const place = placeText(shared, now.counter);
    document.title =
      now.status === "called"
        ? t("tab.called", { number: now.number, place })
        : now.place === null
          ? now.number
          : t("tab.waiting", { number: now.number, place: now.place });
  }, [t, shared, now.status, now.number, now.counter, now.place]);
}
