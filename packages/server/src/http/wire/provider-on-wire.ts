import { type Provider, providerName } from "@callnext/core";
import type { ProviderOnWire } from "@callnext/protocol";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";

export function providerOnWire(provider: Provider, snapshot: ShopSnapshot): ProviderOnWire {
  const { id, staffId, serviceIds, lanes, patterns, absences, archived, rank } = provider;
  return {
    id,
    staff_id: staffId,
    name: providerName(provider, snapshot),
    service_ids: [...serviceIds],
    lanes,
    patterns: patterns.map(({ from, until, everyWeeks, periods }) => ({
      from,
      until,
      every_weeks: everyWeeks,
      periods: { ...periods },
    })),
    absences: absences.map((absence) => ({ ...absence })),
    archived,
    rank,
  };
}
