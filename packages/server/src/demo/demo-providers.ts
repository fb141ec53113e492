import type { Command, Provider } from "@callnext/core";
import type { DemoTenant } from "./demo-plan.ts";

const WORKING_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
/** A Monday before anybody starts the demo. */
const SINCE = "2024-01-01";

/** What makes the plan's people and rooms ready for appointments. */
export function demoProviders(
  plan: Pick<DemoTenant, "providers">,
  made: {
    readonly serviceIds: readonly number[];
    /** By e-mail address. */
    readonly staffIds: ReadonlyMap<string, number>;
    readonly newId: () => string;
  },
): readonly Command[] {
  return plan.providers.map(({ staff, name, services, lanes, hours }, index) => ({
    type: "configure-provider",
    provider: {
      id: made.newId(),
      staffId: staff === null ? null : staffId(staff, made.staffIds),
      name,
      serviceIds: services.flatMap((service) => made.serviceIds[service] ?? []),
      lanes,
      patterns: patterns(hours),
      absences: [],
      archived: false,
      rank: index + 1,
    },
  }));
}

function staffId(email: string, ids: ReadonlyMap<string, number>): number {
  const id = ids.get(email);
  if (id === undefined) throw new Error(`the demo's ${email} is nobody`);
  return id;
}

function patterns(hours: DemoTenant["providers"][number]["hours"]): Provider["patterns"] {
  if (hours.length === 0) return [];
  const periods = Object.fromEntries(WORKING_DAYS.map((day) => [day, hours]));
  return [{ from: SINCE, until: null, everyWeeks: 1, periods }];
}
