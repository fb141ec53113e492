import { useCallnext } from "@callnext/react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../console/api/problem.ts";
import { problemText } from "../../console/api/problem-text.ts";
import { formatDate } from "../../i18n/format-date.ts";
import { formatTime } from "../../i18n/format-time.ts";
import { isLanguage } from "../../i18n/languages.ts";
import { Button } from "../../ui/Button.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { DeliveryBadge } from "./DeliveryBadge.tsx";
import { deliveriesQuery, type Webhook } from "./webhooks-query.ts";

/** How the last tries went, and a try at once. */
export function Deliveries({ tenant, webhook }: { readonly tenant: string; readonly webhook: Webhook }) {
  const { t, i18n } = useTranslation("admin");
  const client = useCallnext();
  const queries = useQueryClient();
  const deliveries = useQuery(deliveriesQuery(client, tenant, webhook.id));
  const trying = useMutation({
    mutationFn: () => client.request("POST", `/tenants/${tenant}/webhooks/${webhook.id}/test`, {}),
    onSettled: () => queries.invalidateQueries({ queryKey: ["tenant", tenant, "webhooks"] }),
  });
  const problem = deliveries.error ?? trying.error;
  const language = isLanguage(i18n.language) ? i18n.language : "fr";
  const when = (iso: string): string => {
    const at = Date.parse(iso);
    return `${formatDate(at, language)} ${formatTime(at, { seconds: true })}`;
  };
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="min-w-0 text-sm break-all text-ink-soft">{webhook.url}</p>
        <Button pending={trying.isPending} onPress={() => trying.mutate()}>
          {t("webhooks.test")}
        </Button>
      </div>
      {deliveries.isPending && <Loading />}
      {problem && (
        <p role="alert" className="text-bad">
          {problemText(t, problemOf(problem))}
        </p>
      )}
      {deliveries.data?.length === 0 && <p className="text-ink-soft">{t("webhooks.none-yet")}</p>}
      <ul className="divide-y divide-line" aria-live="polite">
        {deliveries.data?.map((delivery) => (
          <li
            key={`${delivery.event_id} ${delivery.at}`}
            className="flex flex-wrap items-center justify-between gap-2 py-2"
          >
            <span>
              {t(`webhook-event.${delivery.type}`)}
              <span className="ml-2 text-sm text-ink-soft tabular-nums">{when(delivery.at)}</span>
              {delivery.attempt > 1 && (
                <span className="ml-2 text-sm text-ink-soft">
                  {t("webhooks.attempt", { count: delivery.attempt })}
                </span>
              )}
            </span>
            <DeliveryBadge delivery={delivery} />
          </li>
        ))}
      </ul>
    </div>
  );
}
