import type { CallnextClient } from "@callnext/client";
import { FreshnessNote } from "../../pages-shared/freshness-note.tsx";
import type { Chime } from "../../pages-shared/sound/chime.ts";
import { PushButton } from "../push/push-button.tsx";
import { AlertButton } from "./alert-button.tsx";
import { CalledScreen } from "./called-screen.tsx";
import { useTicketWords } from "./catalogue.ts";
import { ForgetButton } from "./forget-button.tsx";
import { LeaveBy } from "./leave-by.tsx";
import { LeaveButton } from "./leave-button.tsx";
import { PlaceLedger } from "./place-ledger.tsx";
import { PresenceButton } from "./presence-button.tsx";
import { RefusalNote } from "./refusal-note.tsx";
import { TicketCard } from "./ticket-card.tsx";
import { useActions } from "./use-actions.ts";
import { useCallAlert } from "./use-call-alert.ts";
import type { TicketScreen } from "./use-ticket.ts";
import { useTicketTitle } from "./use-ticket-title.ts";
import { useWakeLock } from "./use-wake-lock.ts";

interface Props {
  readonly client: CallnextClient;
  readonly screen: TicketScreen;
  readonly ticketKey: string | null;
  readonly chime: Chime;
  readonly refetch: () => Promise<void>;
}

const ENDED: readonly string[] = ["completed", "no_show", "cancelled"];

export function TicketView({ client, screen, ticketKey, chime, refetch }: Props) {
  const { answer, now, stale, provedAt } = screen;
  const t = useTicketWords();
  const actions = useActions(client, answer, ticketKey, refetch);
  const alerts = useCallAlert(stale ? null : now, chime);
  const waits = now.status === "waiting" || now.status === "called";
  const mine = answer.can_leave || ticketKey !== null;
  useWakeLock(waits);
  useTicketTitle(now);

  const note = <FreshnessNote client={client} stale={stale} provedAt={provedAt} />;
  const presence = mine ? <PresenceButton now={now} actions={actions} /> : null;
  const refusal = <RefusalNote actions={actions} />;
  const leaving = actions.busy === "leave";
  const leave = waits && mine ? <LeaveButton busy={leaving} onLeave={() => void actions.leave()} /> : null;
  const pushSubject = {
    path: `/public/tenants/${encodeURIComponent(answer.tenant_slug)}/tickets/${encodeURIComponent(answer.ticket_id)}/`,
    headers: ticketKey === null ? {} : { "x-ticket-key": ticketKey },
  };
  const marks = {
    "data-status": now.status,
    "data-number": now.number,
    "data-alerts": alerts,
    "data-stale": stale,
  };

  if (now.status === "called") {
    return (
      <div className="ticket" data-testid="ticket" {...marks}>
        <CalledScreen now={now}>
          {presence}
          {refusal}
          {note}
          {leave}
        </CalledScreen>
      </div>
    );
  }
  return (
    <div className="ticket" data-testid="ticket" {...marks}>
      <TicketCard answer={answer} now={now} />
      {note}
      {presence}
      {waits ? <AlertButton chime={chime} /> : null}
      {waits && mine ? <PushButton client={client} subject={pushSubject} about="ticket" /> : null}
      {refusal}
      {now.status === "waiting" && now.wait !== null ? <LeaveBy wait={now.wait} /> : null}
      {now.status === "waiting" ? <PlaceLedger client={client} answer={answer} now={now} /> : null}
      {leave}
      {mine && ENDED.indexOf(now.status) >= 0 ? (
        <ForgetButton client={client} answer={answer} ticketKey={ticketKey} />
      ) : null}
      {ENDED.indexOf(now.status) < 0 ? null : (
        <a className="button" href={`/join/${encodeURIComponent(answer.shop_slug)}`}>
          {t("takeAnother")}
        </a>
      )}
    </div>
  );
}
