import type { Provider } from "@callnext/core";
import type { providerBodies } from "@callnext/protocol";
import type { z } from "zod";

type Patch = z.output<typeof providerBodies.ProviderPatch>;
type Periods = NonNullable<Patch["patterns"]>[number]["periods"];

export function newProvider(id: string, rank: number): Provider {
  return {
    id,
    staffId: null,
    name: "",
    serviceIds: [],
    lanes: 1,
    patterns: [],
    absences: [],
    archived: false,
    rank,
  };
}

/** The provider with what a request names. */
export function changedProvider(provider: Provider, patch: Patch): Provider {
  const staffId = patch.staff_id === undefined ? provider.staffId : patch.staff_id;
  return {
    ...provider,
    staffId,
    name: patch.name ?? provider.name,
    serviceIds: patch.service_ids ?? provider.serviceIds,
    lanes: patch.lanes ?? provider.lanes,
    patterns:
      patch.patterns?.map(({ from, until, every_weeks: everyWeeks, periods }) => ({
        from,
        until,
        everyWeeks,
        periods: given(periods),
      })) ?? provider.patterns,
    absences: patch.absences ?? provider.absences,
    rank: patch.rank ?? provider.rank,
  };
}

/** Without the days of which nothing is said. */
function given(periods: Periods): Provider["patterns"][number]["periods"] {
  return Object.fromEntries(Object.entries(periods).filter(([, day]) => day !== undefined));
}
