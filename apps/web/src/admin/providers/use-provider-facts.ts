import type { ProviderOnWire, StaffView } from "@callnext/protocol";
import { useTranslation } from "react-i18next";

/** What a line of the list says of somebody: what they offer, when they work, how many at once. */
export function useProviderFacts({ services }: StaffView): (provider: ProviderOnWire) => string {
  const { t } = useTranslation("admin");
  return ({ service_ids, patterns, absences, lanes }) =>
    [
      service_ids.length === 0
        ? t("providers.all-services")
        : service_ids
            .map((id) => services[id]?.name ?? "")
            .filter(Boolean)
            .join(", "),
      patterns.length === 0 ? t("providers.as-shop") : t("providers.own-hours"),
      absences.length > 0 && t("providers.absences", { count: absences.length }),
      lanes > 1 && t("providers.at-once", { count: lanes }),
    ]
      .filter(Boolean)
      .join(" · ");
}
