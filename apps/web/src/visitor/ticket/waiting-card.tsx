import { useShownRange } from "@callnext/react";
import { ordinal } from "../../pages-shared/i18n/ordinal.ts";
import { waitRangeText } from "../../pages-shared/i18n/wait-range.ts";
import { useLanguage, useShared } from "../../pages-shared/speech.tsx";
import { useTicketWords } from "./catalogue.ts";
import type { TicketNow } from "./ticket-now.ts";

/** The place in the line and an honest range of waiting. */
export function WaitingCard({ now }: { readonly now: TicketNow }) {
  const t = useTicketWords();
  const shared = useShared();
  const { language } = useLanguage();
  const range = waitRangeText(shared, useShownRange(now.wait));
  const ahead = now.place === null ? null : now.place - 1;
  return (
    <dl className="figures" aria-live="polite">
      {now.place === null ? null : (
        <div>
          <dt>{t("place")}</dt>
          <dd data-testid="place" data-place={now.place}>
            {ordinal(language, now.place)}
          </dd>
          <dd className="quiet" data-testid="ahead" data-ahead={ahead ?? ""}>
            {ahead === 0 ? t("next") : t("ahead", { count: ahead ?? 0 })}
          </dd>
        </div>
      )}
      {range === null ? null : (
        <div>
          <dt>{t("wait")}</dt>
          <dd data-testid="wait">{range}</dd>
          <dd className="quiet">{t("estimate")}</dd>
        </div>
      )}
    </dl>
  );
}
