import { localTime, type OpenPeriod, type Shop, type Weekday } from "@callnext/core";
import type { compat } from "@callnext/protocol";

/** The pages count days from Sunday. */
export const WEEKDAYS: readonly Weekday[] = [
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
];

export function dayName(weekday: Weekday): string {
  return `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}`;
}

/** `13:30` as `01:30 PM`; the pages take it apart again. */
export function twelveHours(clock: string): string {
  const [hours = "0", minutes = "00"] = clock.split(":");
  const hour = Number(hours) % 24;
  const shown = String(hour % 12 === 0 ? 12 : hour % 12).padStart(2, "0");
  return `${shown}:${minutes} ${hour < 12 ? "AM" : "PM"}`;
}

/** From the first opening to the last closing. */
export function formattedHours(periods: readonly OpenPeriod[]): string {
  const [first] = periods;
  const last = periods.at(-1);
  if (first === undefined || last === undefined) return "Closed";
  return `${twelveHours(first.opens)} - ${twelveHours(last.closes)}`;
}

export function periodsToday(shop: Shop, now: number): readonly OpenPeriod[] {
  const { date, weekday } = localTime(now, shop.timeZone);
  const special = shop.specialDays?.find((day) => day.date === date);
  return special?.periods ?? shop.openingHours[WEEKDAYS[weekday] ?? "sunday"];
}

export function operatingHours({ openingHours }: Shop): compat.OperatingHours[] {
  return WEEKDAYS.map((weekday, index) => {
    const periods = openingHours[weekday];
    const [first, second] = periods;
    const lunch = periods.length === 2 ? { from: first?.closes ?? null, until: second?.opens ?? null } : null;
    return {
      id: index,
      day_of_week: index,
      day_name: dayName(weekday),
      is_closed: periods.length === 0,
      opening_time: first?.opens ?? null,
      closing_time: periods.at(-1)?.closes ?? null,
      lunch_break_start: lunch?.from ?? null,
      lunch_break_end: lunch?.until ?? null,
      formatted_hours: formattedHours(periods),
    };
  });
}
