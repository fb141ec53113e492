import type { OwnAppointment } from "@callnext/protocol";
import { useAppointmentWords } from "./catalogue.ts";
import { phaseOf } from "./phase.ts";
import { toTicket } from "./use-changes.ts";

/** How it stands, where it is no longer to come; and the way on. */
export function PhaseNote({ answer }: { readonly answer: OwnAppointment }) {
  const t = useAppointmentWords();
  const { appointment, shop, ticket_url: ticketUrl } = answer;
  const phase = phaseOf(appointment.status);
  if (phase === null) return null;
  return (
    <>
      <section className={`card phase phase-${phase}`} role="status" data-testid="phase" data-phase={phase}>
        <h2>{t(`phase.${phase}.title`)}</h2>
        {phase === "checkedIn" && appointment.ticket_number !== null ? (
          <p className="phase-number">
            <span className="only-spoken">{t("number")}: </span>
            {appointment.ticket_number}
          </p>
        ) : null}
        <p className="quiet">{t(`phase.${phase}.advice`)}</p>
      </section>
      {phase === "checkedIn" && ticketUrl !== null ? (
        <button
          type="button"
          className="button button-main"
          data-testid="to-ticket"
          onClick={() => toTicket(ticketUrl, shop.slug)}
        >
          {t("toTicket")}
        </button>
      ) : null}
      {phase === "checkedIn" ? null : (
        <a className="button" href={`/book/${encodeURIComponent(shop.slug)}`} data-testid="book-again">
          {t("bookAgain")}
        </a>
      )}
    </>
  );
}
