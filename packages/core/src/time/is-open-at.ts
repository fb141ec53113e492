import type { OpeningHours, OpenPeriod, Weekday } from "../queue/shop.ts";
import type { Instant } from "../queue/time.ts";
import { localTime } from "./local-time.ts";

const WEEKDAYS: readonly Weekday[] = [
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
];

const minutesOf = (clock: string): number => {
  const [hours = "0", minutes = "0"] = clock.split(":");
  return Number(hours) * 60 + Number(minutes);
};

/** A period that closes at or before its opening hour ends the next morning; `00:00` to `00:00` is the whole day. */
const endsNextDay = (period: OpenPeriod): boolean => minutesOf(period.closes) <= minutesOf(period.opens);

/** Whether the shop is open at `now` by its wall clock; a period is [opens, closes). */
export const isOpenAt = (openingHours: OpeningHours, timeZone: string, now: Instant): boolean => {
  const { weekday, minutes } = localTime(now, timeZone);
  const periodsOf = (day: number) => openingHours[WEEKDAYS[(day + 7) % 7] ?? "sunday"];
  return (
    periodsOf(weekday).some(
      (period) =>
        minutes >= minutesOf(period.opens) && (endsNextDay(period) || minutes < minutesOf(period.closes)),
    ) || periodsOf(weekday - 1).some((period) => endsNextDay(period) && minutes < minutesOf(period.closes))
  );
};
