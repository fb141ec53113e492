import type { StaffTicket } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { Badge } from "../../../ui/Badge.tsx";
import { useNow } from "../../../ui/use-now.ts";
import { useDesk } from "../desk-context.ts";
import { minutesSince } from "../logic/minutes-since.ts";
import { TicketBadges } from "../TicketBadges.tsx";

export function CurrentTicket({ ticket }: { readonly ticket: StaffTicket | null }) {
  const { t } = useTranslation("console");
  const { view } = useDesk();
  if (ticket === null)
    return <p className="py-7 text-center text-lg text-ink-soft max-lg:py-4">{t("panel.nobody")}</p>;
  const service = ticket.service_id === null ? undefined : view.services[ticket.service_id]?.name;
  const about = [view.queues[ticket.queue_id]?.name, service].filter(Boolean).join(" · ");
  return (
    <div className="pt-1 pb-4">
      <div className="flex items-center justify-between gap-3">
        <p className="text-6xl leading-tight font-extrabold tracking-tight tabular-nums" data-current-number>
          {ticket.number}
        </p>
        <div className="flex flex-col items-end gap-1">
          <Badge tone={ticket.status === "serving" ? "good" : "accent"}>{t(`status.${ticket.status}`)}</Badge>
          {ticket.calls > 1 && <Badge tone="warn">{t("panel.calls", { count: ticket.calls })}</Badge>}
        </div>
      </div>
      {ticket.full_name && <p className="text-xl font-semibold">{ticket.full_name}</p>}
      <p className="text-base text-ink-soft">{about}</p>
      {ticket.phone && (
        <a href={`tel:${ticket.phone}`} className="inline-flex min-h-11 items-center text-accent underline">
          {ticket.phone}
        </a>
      )}
      <Elapsed ticket={ticket} />
      <div className="mt-1">
        <TicketBadges ticket={ticket} />
      </div>
    </div>
  );
}

/** Outside the announced text as far as screen readers go: a running clock would be read out every minute. */
function Elapsed({ ticket }: { readonly ticket: StaffTicket }) {
  const { t } = useTranslation("console");
  const now = useNow(10_000);
  const since = ticket.status === "serving" ? ticket.started_at : ticket.called_at;
  return (
    <p aria-hidden className="text-sm text-ink-soft">
      {t(ticket.status === "serving" ? "panel.serving-for" : "panel.called-for", {
        minutes: minutesSince(since, now),
      })}
    </p>
  );
}
