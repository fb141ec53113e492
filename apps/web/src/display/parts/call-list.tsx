import type { DisplayTicket } from "@callnext/protocol";
import { bookedText } from "./booked-text.ts";
import { placeText } from "./place-text.ts";
import type { Screen } from "./screen.ts";
import { statusText } from "./status-text.ts";

/** The last ten calls, newest first. */
export function CallList({ screen }: { readonly screen: Screen }) {
  const { tickets } = screen.facts;
  return (
    <section className="calls" aria-label={screen.t("calls")}>
      <h2>{screen.t("calls")}</h2>
      {tickets.length === 0 ? <p className="none">{screen.t("none")}</p> : null}
      <ol>
        {tickets.map((ticket) => (
          <Row key={ticket.id} screen={screen} ticket={ticket} />
        ))}
      </ol>
    </section>
  );
}

function about(screen: Screen, ticket: DisplayTicket): string {
  const { visitor_name: visitor = "", queue_name: queue } = ticket;
  return [visitor, queue, bookedText(screen, ticket)].filter((part) => part !== "").join(" · ");
}

function Row({ screen, ticket }: { readonly screen: Screen; readonly ticket: DisplayTicket }) {
  const standing = ticket.status === "appele";
  return (
    <li
      className={standing ? "row" : "row row-past"}
      data-testid="call-row"
      data-number={ticket.number}
      data-status={ticket.status}
    >
      <span className="row-number" style={{ color: screen.theme.numberColor(ticket.queue_id) }}>
        {ticket.number}
      </span>
      <span className="row-about">
        <span className="row-queue">{about(screen, ticket)}</span>
        <span className="row-status">{statusText(screen.t, ticket)}</span>
      </span>
      <span className="row-place">{placeText(screen.t, ticket.counter)}</span>
    </li>
  );
}
