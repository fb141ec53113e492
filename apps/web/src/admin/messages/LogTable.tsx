import type { MessageOnWire } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { ScrollTable } from "../shared/ScrollTable.tsx";
import { CELL } from "../shared/table-styles.ts";
import { useMoment } from "../shared/use-moment.ts";
import { MessageBadge } from "./MessageBadge.tsx";

const COLUMNS = ["when", "message", "way", "about", "outcome", "cost"] as const;

export function LogTable({ lines }: { readonly lines: readonly MessageOnWire[] }) {
  const { t } = useTranslation("admin");
  return (
    <ScrollTable
      label={t("message-page.log-title")}
      columns={COLUMNS.map((column) => t(`message-page.${column}`))}
    >
      {lines.map((line) => (
        <LogRow key={line.id} line={line} />
      ))}
    </ScrollTable>
  );
}

function LogRow({ line }: { readonly line: MessageOnWire }) {
  const { t } = useTranslation("admin");
  const {
    kind,
    channel,
    status,
    reason,
    appointment_id: appointment,
    ticket_id: ticket,
    attempts,
    cost,
  } = line;
  const isAhead = status === "planned";
  const at = isAhead ? line.due_at : line.updated_at;
  const { day, time } = useMoment()(at);
  return (
    <tr>
      <td className={`${CELL} whitespace-nowrap`}>
        <time dateTime={at}>
          <span className="block font-medium tabular-nums">{time}</span>
          <span className="block text-xs text-ink-soft">{day}</span>
        </time>
      </td>
      <td className={CELL}>{t(`message-kind.${kind}`)}</td>
      <td className={CELL}>{channel === null ? "–" : t(`channel.${channel}`)}</td>
      <td className={`${CELL} whitespace-nowrap tabular-nums`}>
        {appointment === null ? (ticket === null ? "–" : t("message-page.a-ticket")) : `#${appointment}`}
      </td>
      <td className={CELL}>
        <MessageBadge status={status} reason={reason} />
        {attempts > 1 && (
          <span className="block text-xs text-ink-soft">
            {t("message-page.attempts", { count: attempts })}
          </span>
        )}
      </td>
      <td className={`${CELL} tabular-nums`}>{cost === 0 ? "–" : cost}</td>
    </tr>
  );
}
