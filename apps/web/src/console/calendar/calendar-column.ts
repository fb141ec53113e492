import type { AppointmentOnWire, ProviderShown } from "@callnext/protocol";
import type { Span } from "./layout/axis.ts";
import { columnSpans } from "./layout/column-spans.ts";
import { type ShopHours, shopSpans } from "./layout/shop-spans.ts";
import { workSpans } from "./layout/work-spans.ts";

/** One person on one day, or everybody on one day. */
export interface CalendarColumn {
  readonly key: string;
  readonly date: string;
  /** Null: everybody. */
  readonly provider: ProviderShown | null;
  /** When there is work; the rest is grey. */
  readonly work: readonly Span[];
  readonly bookings: readonly AppointmentOnWire[];
  /** What the day is called where it is a special one; else empty. */
  readonly special: string;
}

interface Given {
  readonly hours: ShopHours & { readonly day_turns_at_minutes: number };
  readonly byDay: ReadonlyMap<string, readonly AppointmentOnWire[]>;
}

/**
 * A day: one column for each person in use, and for each other who has somebody booked all the same. Whose
 * appointments were out of use would otherwise vanish from the calendar.
 */
export function dayColumns(
  date: string,
  all: readonly ProviderShown[],
  given: Given,
): readonly CalendarColumn[] {
  const bookings = given.byDay.get(date) ?? [];
  return all
    .filter(({ id, archived }) => !archived || bookings.some((each) => each.provider_id === id))
    .map((provider) => columnOf(date, provider, given));
}

/** A week: one column for each day, of one person or of everybody. */
export function weekColumns(
  days: readonly string[],
  provider: ProviderShown | null,
  given: Given,
): readonly CalendarColumn[] {
  return days.map((date) => columnOf(date, provider, given));
}

function columnOf(date: string, provider: ProviderShown | null, { hours, byDay }: Given): CalendarColumn {
  const bookings = byDay.get(date) ?? [];
  return {
    key: `${date} ${provider?.id ?? ""}`,
    date,
    provider,
    work: columnSpans(date, hours.day_turns_at_minutes, (day) =>
      provider === null ? shopSpans(hours, day) : workSpans(hours, provider, day),
    ),
    special: hours.special_days.find((day) => day.date === date)?.label ?? "",
    bookings: provider === null ? bookings : bookings.filter((each) => each.provider_id === provider.id),
  };
}
