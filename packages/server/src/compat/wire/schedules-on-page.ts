import { localTime, type OpenPeriod, type Provider, type Shop, type Weekday } from "@callnext/core";
import type { compat } from "@callnext/protocol";
import { dayName, formattedHours, WEEKDAYS } from "./hours.ts";

/** When somebody works in the usual week: by their own pattern of now, or as the shop is open. */
export function schedulesOnPage(
  provider: Pick<Provider, "patterns"> | null,
  shop: Shop,
  now: number,
): compat.CompatSchedule[] {
  const { date } = localTime(now, shop.timeZone);
  const pattern = provider?.patterns.find(
    ({ from, until }) => from <= date && (until === null || date <= until),
  );
  const week: Partial<Record<Weekday, readonly OpenPeriod[]>> =
    provider === null || provider.patterns.length === 0 ? shop.openingHours : (pattern?.periods ?? {});
  const schedules = WEEKDAYS.flatMap((weekday, day) =>
    (week[weekday] ?? []).map((period) => ({
      day_of_week: day,
      day_name: dayName(weekday),
      start_time: period.opens,
      end_time: period.closes,
      formatted_time: formattedHours([period]),
    })),
  );
  return schedules.map((schedule, index) => ({ id: index + 1, ...schedule }));
}
