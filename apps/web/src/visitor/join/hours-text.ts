import type { ShopOnWire } from "@callnext/protocol";

const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
const SHORT = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** "08:00–12:30, 14:00–18:00" for the day it is in the shop; null where it stays closed today. */
export function hoursToday(shop: Pick<ShopOnWire, "opening_hours" | "time_zone">, at: number): string | null {
  const name = new Intl.DateTimeFormat("en-GB", { weekday: "short", timeZone: shop.time_zone }).format(at);
  const day = DAYS[SHORT.indexOf(name)];
  const periods = day === undefined ? [] : shop.opening_hours[day];
  return periods.length === 0 ? null : periods.map(({ opens, closes }) => `${opens}–${closes}`).join(", ");
}
