import { useTranslation } from "react-i18next";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ScrollTable } from "../shared/ScrollTable.tsx";
import { Section } from "../shared/Section.tsx";
import { CELL } from "../shared/table-styles.ts";
import { useMoment } from "../shared/use-moment.ts";
import { useSave } from "../shared/use-save.ts";
import type { PrivacyRun } from "./privacy-query.ts";

interface Props {
  readonly tenant: string;
  readonly runs: readonly PrivacyRun[];
}

const COLUMNS = ["run-when", "run-erased", "run-oldest", "run-result"] as const;

/** The proof that what is due goes. */
export function RunsSection({ tenant, runs }: Props) {
  const { t } = useTranslation("admin");
  const saving = useSave(tenant);
  return (
    <Section
      title={t("privacy.runs")}
      text={t("privacy.runs-text")}
      aside={
        <Button pending={saving.pending} onPress={() => void saving.save("POST", "/privacy/runs")}>
          {t("privacy.run-now")}
        </Button>
      }
    >
      {runs.length === 0 && <EmptyState title={t("privacy.no-runs")} />}
      {runs.length > 0 && (
        <ScrollTable
          label={t("privacy.runs-table")}
          columns={COLUMNS.map((column) => t(`privacy.${column}`))}
        >
          {runs.map((run) => (
            <RunRow key={run.started_at} run={run} />
          ))}
        </ScrollTable>
      )}
    </Section>
  );
}

function RunRow({ run }: { readonly run: PrivacyRun }) {
  const { t } = useTranslation("admin");
  const moment = useMoment();
  const started = moment(run.started_at);
  return (
    <tr>
      <td className={CELL}>
        <span className="font-medium tabular-nums">{started.time}</span>{" "}
        <span className="text-ink-soft">{started.day}</span>
      </td>
      <td className={`${CELL} tabular-nums`}>{run.erased}</td>
      <td className={CELL}>
        {run.oldest_left === null ? t("privacy.nothing-held") : moment(run.oldest_left).day}
      </td>
      <td className={CELL}>
        {run.verified === true && <Badge tone="good">{t("privacy.run-verified")}</Badge>}
        {run.verified === false && <Badge tone="bad">{t("privacy.run-late")}</Badge>}
        {run.verified === null && <Badge tone="warn">{t("privacy.run-cut")}</Badge>}
      </td>
    </tr>
  );
}
