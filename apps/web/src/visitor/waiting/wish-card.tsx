import type { OwnWaiting } from "@callnext/protocol";
import type { ReactNode } from "react";
import { dayText } from "../../pages-shared/i18n/day-text.ts";
import { useLanguage } from "../../pages-shared/speech.tsx";
import { useWaitingWords } from "./catalogue.ts";

/** What somebody waits for. */
export function WishCard({ answer: { waiting } }: { readonly answer: OwnWaiting }) {
  const t = useWaitingWords();
  const { language } = useLanguage();
  const day = (date: string): string => dayText(Date.parse(`${date}T12:00:00Z`), "UTC", language);
  const { from_time: fromTime, until_time: untilTime } = waiting;
  const hours = [
    fromTime === null ? "" : t("hoursFrom", { from: fromTime }),
    untilTime === null ? "" : t("hoursUntil", { until: untilTime }),
  ].filter((text) => text !== "");
  return (
    <dl className="card facts">
      <Fact name={t("for")}>{waiting.service_name}</Fact>
      <Fact name={t("with")}>{waiting.provider_name ?? t("anyone")}</Fact>
      <Fact name={t("days")}>{t("fromTo", { from: day(waiting.from), until: day(waiting.until) })}</Fact>
      {hours.length === 0 ? null : <Fact name={t("hours")}>{hours.join(", ")}</Fact>}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
