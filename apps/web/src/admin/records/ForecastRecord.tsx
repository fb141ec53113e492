import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { problemText } from "../../console/api/problem-text.ts";
import { problemOf } from "../../console/api/problem.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { Section } from "../shared/Section.tsx";
import type { ShopPart } from "../shared/shop-part.ts";
import { ForecastDays } from "./ForecastDays.tsx";
import { ForecastScores } from "./ForecastScores.tsx";
import { forecastRecordQuery } from "./forecast-record-query.ts";

/** Whether the waiting times that visitors were told came true. */
export function ForecastRecord({ tenant, view }: ShopPart) {
  const { t, i18n } = useTranslation("admin");
  const record = useQuery(forecastRecordQuery(useCallnext(), tenant, view.shop.self.id));
  const percent = new Intl.NumberFormat(i18n.language, { style: "percent" });
  return (
    <Section title={t("forecasts.title")} text={t("forecasts.text")}>
      {record.isPending && <Loading />}
      {record.error && (
        <p role="alert" className="text-bad">
          {problemText(t, problemOf(record.error))}
        </p>
      )}
      {record.data &&
        (record.data.shop.given === 0 ? (
          <EmptyState title={t("forecasts.empty")} />
        ) : (
          <div className="flex flex-col gap-4" data-testid="forecast-record">
            {record.data.alarm && (
              <p role="alert" className="rounded-xl border border-warn bg-warn-soft p-3">
                {t(
                  record.data.alarm.inside > record.data.promised
                    ? "forecasts.alarm-wide"
                    : "forecasts.alarm",
                  {
                    share: percent.format(record.data.alarm.inside),
                    count: record.data.alarm.settled,
                  },
                )}
              </p>
            )}
            <ForecastScores record={record.data} />
            <ForecastDays days={record.data.days} promised={record.data.promised} />
            <p className="text-sm text-ink-soft">{t("forecasts.how")}</p>
          </div>
        ))}
    </Section>
  );
}
