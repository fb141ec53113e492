import { useTranslation } from "react-i18next";
import { Badge } from "../../ui/Badge.tsx";
import type { Delivery } from "./webhooks-query.ts";

const TONE = { delivered: "good", failed: "warn", "given-up": "bad" } as const;

export function DeliveryBadge({ delivery }: { readonly delivery: Delivery }) {
  const { t } = useTranslation("admin");
  const { outcome, status, failure } = delivery;
  const why = failure === null ? status : t(`webhook-failure.${failure}`);
  return (
    <Badge tone={TONE[outcome]}>
      {outcome === "delivered" || why === null
        ? t(`webhook-outcome.${outcome}`)
        : t("webhooks.outcome-why", { outcome: t(`webhook-outcome.${outcome}`), why })}
    </Badge>
  );
}
