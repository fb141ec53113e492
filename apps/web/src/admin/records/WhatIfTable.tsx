import type { WhatIfAnswer } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { type Waits, WhatIfRow } from "./WhatIfRow.tsx";

const ROWS = [
  "called",
  "uncalled",
  "mean_seconds",
  "median_seconds",
  "p90_seconds",
  "longest_seconds",
  "within_target",
] as const;
const CLASSES = ["ordinary", "priority", "urgent"] as const;

/** The day as it was, played again with nothing changed, and as asked; with what the replay takes for granted. */
export function WhatIfTable({ answer }: { readonly answer: WhatIfAnswer }) {
  const { t, i18n } = useTranslation("admin");
  const days = [answer.really, answer.played_again, answer.what_if] as const;
  const all = days.map((day) => day.all);
  const ofClass = (priority: number): readonly (Waits | null)[] =>
    days.map(({ by_class }) => by_class.find((each) => each.priority === priority)?.waits ?? null);
  const counters = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  return (
    <div data-testid="what-if-answer" className="flex flex-col gap-3">
      <div className="overflow-x-auto">
        <table className="w-full border-collapse text-sm sm:text-base">
          <caption className="sr-only">{t("records.title")}</caption>
          <thead>
            <tr className="border-b-2 border-line">
              <td />
              {(["really", "played", "asked"] as const).map((each) => (
                <th key={each} scope="col" className="px-1 py-2 text-right sm:px-3">
                  {t(`records.${each}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ROWS.map((row) => (
              <WhatIfRow key={row} title={t(`records.row.${row}`)} row={row} days={all} />
            ))}
            {answer.really.by_class.length > 1 &&
              answer.really.by_class.map(({ priority }) => (
                <WhatIfRow
                  key={priority}
                  title={t("records.mean-of", { class: t(`common:priority.${CLASSES[priority]}`) })}
                  row="mean_seconds"
                  days={ofClass(priority)}
                />
              ))}
          </tbody>
        </table>
      </div>
      <p className="text-sm text-ink-soft">
        {t("records.counters-really", { count: counters.format(answer.counters_really) })}
      </p>
      <p className="text-sm text-ink-soft">{t("records.assumptions")}</p>
    </div>
  );
}
