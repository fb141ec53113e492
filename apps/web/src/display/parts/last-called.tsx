import type { DisplayTicket } from "@callnext/protocol";
import { bookedText } from "./booked-text.ts";
import { placeText } from "./place-text.ts";
import type { Screen } from "./screen.ts";
import { statusText } from "./status-text.ts";

/** The newest call, as large as the screen allows. */
export function LastCalled({ screen, calling }: { readonly screen: Screen; readonly calling: boolean }) {
  const ticket = screen.facts.tickets[0];
  return (
    <section className={calling ? "last last-calling" : "last"} aria-label={screen.t("last")}>
      <h2>{screen.t("last")}</h2>
      {ticket === undefined ? (
        <p className="nobody">{screen.t("nobody")}</p>
      ) : (
        <Called screen={screen} ticket={ticket} />
      )}
    </section>
  );
}

function Called({ screen, ticket }: { readonly screen: Screen; readonly ticket: DisplayTicket }) {
  const status = statusText(screen.t, ticket);
  const booked = bookedText(screen, ticket);
  return (
    <div className="called">
      <p
        className={`number number-${Math.min(8, Math.max(4, ticket.number.length))}`}
        data-testid="last-number"
      >
        {ticket.number}
      </p>
      <p className="place" data-testid="last-counter">
        {placeText(screen.t, ticket.counter)}
      </p>
      <p className="from">
        {ticket.visitor_name === undefined ? null : (
          <span className="visitor" data-testid="last-visitor">
            {ticket.visitor_name}
          </span>
        )}
        <span data-testid="last-queue">{ticket.queue_name}</span>
        {ticket.agent_name ? <span className="agent">{ticket.agent_name}</span> : null}
        {booked === "" ? null : (
          <span className="tag" data-testid="last-booked">
            {booked}
          </span>
        )}
        {status === "" ? null : <span className="tag">{status}</span>}
      </p>
    </div>
  );
}
