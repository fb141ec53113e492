import type { auditBodies } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { ScrollTable } from "../shared/ScrollTable.tsx";
import { CELL } from "../shared/table-styles.ts";
import { useMoment } from "../shared/use-moment.ts";

interface Props {
  readonly lines: readonly auditBodies.AuditLine[];
}

const COLUMNS = ["time", "who", "action", "about", "shop", "network"] as const;

export function AuditTable({ lines }: Props) {
  const { t } = useTranslation("admin");
  return (
    <ScrollTable label={t("audit.table")} columns={COLUMNS.map((column) => t(`audit.${column}`))}>
      {lines.map((line) => (
        <AuditRow key={line.id} line={line} />
      ))}
    </ScrollTable>
  );
}

/** The number of a session says nothing to anybody. */
function toldSubject(subject: string | null): string {
  return subject === null || /^(?:session|account):/.test(subject) ? "–" : subject;
}

function AuditRow({ line }: { readonly line: auditBodies.AuditLine }) {
  const { t } = useTranslation("admin");
  const { day, time } = useMoment()(line.at);
  const facts = Object.entries(line.detail).filter(([, value]) => value !== null && value !== "");
  return (
    <tr>
      <td className={CELL}>
        <time dateTime={line.at}>
          <span className="block font-medium tabular-nums">{time}</span>
          <span className="block text-xs text-ink-soft">{day}</span>
        </time>
      </td>
      <td className={CELL}>{line.actor.name ?? t(`audit-who.${line.actor.kind}`)}</td>
      <td className={CELL}>
        <span className="block">{t(`audit-action.${line.action}`, { defaultValue: line.action })}</span>
        {facts.length > 0 && (
          <span className="block max-w-72 text-xs break-words text-ink-soft">
            {facts.map(([name, value]) => `${name}: ${String(value)}`).join(" · ")}
          </span>
        )}
      </td>
      <td className={CELL}>
        <span className="block max-w-48 break-words">{line.subject_name ?? toldSubject(line.subject)}</span>
      </td>
      <td className={CELL}>{line.shop_name ?? "–"}</td>
      <td className={`${CELL} whitespace-nowrap tabular-nums`}>{line.ip ?? "–"}</td>
    </tr>
  );
}
