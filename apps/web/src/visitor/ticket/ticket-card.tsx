import { useRef } from "react";
import type { TicketAnswer } from "../wire.ts";
import { useTicketWords } from "./catalogue.ts";
import { PhaseCard } from "./phase-card.tsx";
import type { TicketNow } from "./ticket-now.ts";
import { WaitingCard } from "./waiting-card.tsx";

/** The ticket as one would hold it: number, line, and how it stands. */
export function TicketCard({ answer, now }: { readonly answer: TicketAnswer; readonly now: TicketNow }) {
  const t = useTicketWords();
  const moved = useTransfer(now.queueName);
  const service = answer.service_name === now.queueName ? "" : answer.service_name;
  return (
    <div className="card ticket-card">
      <p className="quiet">{t("yourNumber")}</p>
      <h1 className="ticket-number" data-testid="number">
        {now.number}
      </h1>
      <p className="ticket-queue" data-testid="queue-name">
        {now.queueName}
      </p>
      {service === "" ? null : <p className="quiet">{service}</p>}
      {now.bookedTime === null ? null : (
        <p className="ticket-booked" data-testid="booked">
          {t("booked", { time: now.bookedTime })}
        </p>
      )}
      {moved ? (
        <p className="notice" role="status" data-testid="moved">
          {t("moved", { queue: now.queueName })}
        </p>
      ) : null}
      {now.status === "waiting" ? <WaitingCard now={now} /> : <PhaseCard now={now} />}
    </div>
  );
}

/** Whether the line changed while this page was open. */
function useTransfer(queueName: string): boolean {
  const first = useRef(queueName);
  return first.current !== queueName;
}
