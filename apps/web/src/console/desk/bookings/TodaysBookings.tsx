import type { TopicState } from "@callnext/client";
import type { AppointmentsView } from "@callnext/protocol";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Icon } from "../../../ui/Icon.tsx";
import { useNow } from "../../../ui/use-now.ts";
import { useDesk } from "../desk-context.ts";
import { BookingRow } from "./BookingRow.tsx";
import { expectedToday } from "./expected-today.ts";

/** More than these are for the calendar. */
const SHOWN = 8;

/** Whom the shop expects today, beside the queues. Not there in a shop that takes no appointments. */
export function TodaysBookings({ topic }: { readonly topic: TopicState<AppointmentsView> }) {
  const { t } = useTranslation("console");
  const { tenant, shopId, view: desk } = useDesk();
  const now = useNow(15_000);
  const { view } = topic;
  if (view === null || Object.values(view.providers).every(({ archived }) => archived)) return null;
  const expected = expectedToday(view, desk.shop.self);
  return (
    <section
      aria-labelledby="todays-bookings"
      className="overflow-hidden rounded-2xl border border-line bg-surface shadow-sm"
      data-testid="todays-bookings"
    >
      <header className="flex items-center gap-3 border-b border-line px-4 py-3">
        <span
          aria-hidden
          className="flex size-11 shrink-0 items-center justify-center rounded-xl bg-accent-soft text-accent"
        >
          <Icon name="calendar" />
        </span>
        <h3 id="todays-bookings" className="text-base font-semibold">
          {t("bookings.title")}
          <span className="ml-2 rounded-full bg-sunken px-2 text-sm text-ink-soft tabular-nums">
            {expected.length}
          </span>
        </h3>
      </header>
      {expected.length === 0 && <p className="p-4 text-center text-ink-soft">{t("bookings.none")}</p>}
      <ul className="flex flex-col divide-y divide-line px-3">
        {expected.slice(0, SHOWN).map((booking) => (
          <BookingRow key={booking.id} booking={booking} now={now} />
        ))}
      </ul>
      {expected.length > SHOWN && (
        <Link
          to="/console/$tenant/$shopId/calendar"
          params={{ tenant, shopId: String(shopId) }}
          className="flex min-h-11 items-center border-t border-line px-4 text-accent underline"
        >
          {t("bookings.more", { count: expected.length - SHOWN })}
        </Link>
      )}
    </section>
  );
}
