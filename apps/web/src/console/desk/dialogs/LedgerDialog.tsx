import type { StaffTicket, TicketLedger } from "@callnext/protocol";
import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { formatTime } from "../../../i18n/format-time.ts";
import { type LedgerLine, ledgerLines } from "../../../pages-shared/ledger-lines.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Loading } from "../../../ui/Loading.tsx";
import { problemText } from "../../api/problem-text.ts";
import { problemOf } from "../../api/problem.ts";
import { useDesk } from "../desk-context.ts";

interface Props {
  readonly ticket: StaffTicket;
  readonly onClose: () => void;
}

/** Why a ticket stands where it stands: the answer to a complaint at the counter. */
export function LedgerDialog({ ticket, onClose }: Props) {
  const { t } = useTranslation("console");
  const { tenant, view } = useDesk();
  const client = useCallnext();
  const ledger = useQuery({
    queryKey: ["tenant", tenant, "ledger", ticket.id],
    queryFn: async () =>
      ledgerLines(
        (await client.request<TicketLedger>("GET", `/tenants/${tenant}/tickets/${ticket.id}/ledger`)).changes,
      ),
    staleTime: 0,
  });
  const textOf = (line: LedgerLine): string =>
    line.kind === "own"
      ? t(`ledger.own.${line.what}`)
      : t(`ledger.${line.forward ? "forward" : "back"}.${line.cause}`, { count: line.count });
  return (
    <Dialog title={t("ledger.title", { number: ticket.number })} open onClose={onClose}>
      {ledger.isPending && <Loading />}
      {ledger.error && (
        <p role="alert" className="text-bad">
          {problemText(t, problemOf(ledger.error))}
        </p>
      )}
      <ol data-testid="ledger">
        {ledger.data?.map((line, index) => (
          <li
            key={ledger.data.length - index}
            className="flex gap-4 border-b border-line py-2 last:border-0"
            data-cause={line.kind === "own" ? line.what : line.cause}
          >
            <time dateTime={line.at} className="text-ink-soft tabular-nums">
              {formatTime(Date.parse(line.at), { timeZone: view.shop.self.time_zone })}
            </time>
            <span className="grow">{textOf(line)}</span>
            {line.place !== null && (
              <span className="tabular-nums">{t("ledger.place", { place: line.place })}</span>
            )}
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
