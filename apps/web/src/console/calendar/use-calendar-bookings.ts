import type { TopicState } from "@callnext/client";
import type { AppointmentOnWire, AppointmentsView, StaffView } from "@callnext/protocol";
import { useCallnext } from "@callnext/react";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { appointmentsQuery, type Stretch } from "../booking/data/appointments-query.ts";
import { useBookingsTopic } from "../booking/data/use-bookings-topic.ts";
import { type Problem, problemOf } from "../api/problem.ts";
import { addDays } from "./time/calendar-date.ts";
import { instantOf } from "./time/zone-time.ts";

export interface CalendarBookings {
  /** Those of the days wanted, and whatever else is live. */
  readonly bookings: ReadonlyMap<number, AppointmentOnWire>;
  readonly topic: TopicState<AppointmentsView>;
  /** These days are not known yet: an empty calendar would say that nobody comes. */
  readonly unknown: boolean;
  readonly problem: Problem | null;
  readonly retry: () => void;
}

/** The appointments of these days: live where the topic reaches, else asked for again and again. */
export function useCalendarBookings(
  tenant: string,
  view: StaffView,
  days: readonly string[],
): CalendarBookings {
  const client = useCallnext();
  const shop = view.shop.self;
  const topic = useBookingsTopic(shop.id);
  const begins = (date: string): number =>
    instantOf({ date, minutes: shop.day_turns_at_minutes }, shop.time_zone);
  const [first = "", last = first] = [days[0], days.at(-1)];
  const wanted = { from: begins(first), until: begins(addDays(last, 1)) };
  const live = topic.view !== null && reaches(topic.view, wanted);
  const asked = useQuery({
    ...appointmentsQuery(client, tenant, shop.id, wanted),
    enabled: topic.view !== null && !live,
  });
  const told = topic.view?.appointments;
  const answer = live ? undefined : asked.data;
  const bookings = useMemo(() => {
    const known = Object.values(told ?? {});
    // The live ones last: they are the newest where both tell of one.
    return new Map([...(answer ?? []), ...known].map((booking) => [booking.id, booking]));
  }, [told, answer]);
  return {
    bookings,
    topic,
    unknown: topic.view === null || (!live && asked.data === undefined),
    problem: live || asked.error === null ? null : problemOf(asked.error),
    retry: () => void asked.refetch(),
  };
}

/** What the topic was cut off at is not known to be all. */
function reaches({ calendar }: AppointmentsView, { from, until }: Stretch): boolean {
  const { from: first, until: end, more } = calendar.self;
  return !more && Date.parse(first) <= from && until <= Date.parse(end);
}
