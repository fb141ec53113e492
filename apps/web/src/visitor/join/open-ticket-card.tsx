import type { TicketAnswer } from "../wire.ts";
import { useJoinWords } from "./catalogue.ts";

interface Props {
  readonly ticket: TicketAnswer;
  readonly another: boolean;
  readonly onAnother: () => void;
}

/** This phone waits here already: its ticket first, a second one only on purpose. */
export function OpenTicketCard({ ticket, another, onAnother }: Props) {
  const t = useJoinWords();
  return (
    <section className="card open-ticket" data-testid="open-ticket">
      <h2>{t("already.title")}</h2>
      <p className="open-number">{ticket.number}</p>
      <p className="quiet">{ticket.queue_name}</p>
      <a className="button button-main" href={`/ticket/${encodeURIComponent(ticket.ticket_id)}`}>
        {t("already.show")}
      </a>
      {another ? null : (
        <button type="button" className="button button-plain" onClick={onAnother}>
          {t("already.another")}
        </button>
      )}
    </section>
  );
}
