import type { StaffTicket } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { useDesk } from "./desk-context.ts";
import { minutesSince } from "./logic/minutes-since.ts";

/** How long and what for, in one quiet line. */
export function TicketFacts({ ticket, now }: { readonly ticket: StaffTicket; readonly now: number }) {
  const { t } = useTranslation("console");
  const { view } = useDesk();
  const service = ticket.service_id === null ? undefined : view.services[ticket.service_id];
  return (
    <p className="text-sm text-ink-soft">
      {t("ticket.waits", { minutes: minutesSince(ticket.created_at, now) })}
      {service !== undefined && ` · ${service.name}`}
    </p>
  );
}
