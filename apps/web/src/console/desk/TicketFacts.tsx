import type { StaffTicket } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { useDesk } from "./desk-context.ts";
import { minutesSince } from "./logic/minutes-since.ts";

/** How long and what for, in one quiet line. */
export function TicketFacts({ ticket, now }: { readonly ticket: StaffTicket; readonly now: number }) {
  const { t } = useTranslation("console");
  const { view } = useDesk();
  const service = ticket.service_id === null ? undefined : view.services[ticket.service_id];
  const facts = [t("ticket.waits", { minutes: minutesSince(ticket.created_at, now) }), service?.name]
    .filter(Boolean)
    .join(" · ");
  return (
    <p className="truncate text-sm text-ink-soft tabular-nums" title={facts}>
      {facts}
    </p>
  );
}
