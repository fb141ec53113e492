import type { StaffShop } from "@callnext/protocol";
import { minutesOf } from "../../../admin/shops/minutes-of-day.ts";
import { weekdayOf } from "../time/calendar-date.ts";
import type { Span } from "./axis.ts";

export type Period = StaffShop["opening_hours"]["monday"][number];

/** When the shop opens on a date, as its opening hours and special days say. */
export type ShopHours = Pick<StaffShop, "opening_hours" | "special_days">;

/** The period that begins on a day; one that closes at or before its opening ends the next morning. */
export function spanOf({ opens, closes }: Period): Span {
  const [from, until] = [minutesOf(opens), minutesOf(closes)];
  return { from, until: until > from ? until : until + 1440 };
}

export function shopSpans(shop: ShopHours, date: string): readonly Span[] {
  const special = shop.special_days.find((day) => day.date === date);
  return (special?.periods ?? shop.opening_hours[weekdayOf(date)]).map(spanOf);
}
