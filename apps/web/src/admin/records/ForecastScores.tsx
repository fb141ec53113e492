import type { ForecastRecordAnswer, ForecastScore } from "@callnext/protocol";
import { useTranslation } from "react-i18next";

const COLUMNS = ["settled", "inside", "typical_error", "bias"] as const;

/** The branch and each of its queues. */
export function ForecastScores({ record }: { readonly record: ForecastRecordAnswer }) {
  const { t, i18n } = useTranslation("admin");
  const { language } = i18n;
  const minutes = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const signed = new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: "exceptZero" });
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
  const cell = (score: ForecastScore, column: (typeof COLUMNS)[number]): string => {
    const value = score[column];
    if (value === null) return "–";
    if (column === "settled") return minutes.format(value);
    if (column === "inside") return percent.format(value);
    return t("records.minutes", { minutes: (column === "bias" ? signed : minutes).format(value) });
  };
  const rows = [
    { key: "shop", title: t("forecasts.shop"), score: record.shop },
    ...record.queues.map((queue) => ({ key: queue.queue_id, title: queue.queue_name, score: queue })),
  ];
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-sm sm:text-base">
        <caption className="sr-only">{t("forecasts.title")}</caption>
        <thead>
          <tr className="border-b-2 border-line">
            <td />
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className="px-1 py-2 text-right sm:px-3">
                {t(`forecast-column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, title, score }) => (
            <tr key={key} className="border-b border-line">
              <th scope="row" className="py-2 text-left font-medium">
                {title}
              </th>
              {COLUMNS.map((column) => (
                <td
                  key={column}
                  data-testid={key === "shop" ? `forecast-${column}` : undefined}
                  className="px-1 py-2 text-right tabular-nums sm:px-3"
                >
                  {cell(score, column)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
