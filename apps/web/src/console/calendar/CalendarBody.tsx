import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CheckboxField } from "../../ui/CheckboxField.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { useMedia } from "../../ui/use-media.ts";
import { useBookingDesk } from "../booking/bookings-context.ts";
import { inOrder } from "../booking/logic/in-order.ts";
import { mayManage, roleIn } from "../session/roles.ts";
import { useUser } from "../session/use-user.ts";
import { dayColumns, weekColumns } from "./calendar-column.ts";
import type { CalendarSearch } from "./calendar-search.ts";
import { CalendarGrid } from "./grid/CalendarGrid.tsx";
import { PersonTabs, tabOf } from "./grid/PersonTabs.tsx";
import { byDay } from "./layout/by-day.ts";
import { NotFetched } from "./NotFetched.tsx";
import type { CalendarBookings } from "./use-calendar-bookings.ts";

interface Props {
  readonly found: CalendarBookings;
  readonly days: readonly string[];
  readonly today: string;
  readonly search: CalendarSearch;
}

/** The days with what is booked on them, or why they cannot be shown. */
export function CalendarBody({ found, days, today, search }: Props) {
  const { t } = useTranslation("console");
  const { view } = useBookingDesk();
  const [withCancelled, setWithCancelled] = useState(false);
  const narrow = useMedia("(max-width: 47.99rem)");
  const [tab, setTab] = useState<string | null>(null);
  const shop = view.shop.self;
  const week = search.week ?? false;
  const told = found.topic.view;
  if (told === null) return <Loading text={t("calendar.loading")} />;
  const everybody = inOrder(told.providers);
  if (everybody.every(({ archived }) => archived) && found.bookings.size === 0) return <NobodyBooked />;
  const given = { hours: shop, byDay: byDay(found.bookings.values(), shop, withCancelled) };
  const person = everybody.find(({ id }) => id === search.person) ?? null;
  const columns = search.week
    ? weekColumns(days, person, given)
    : dayColumns(days[0] ?? today, everybody, given);
  // On a phone one column at a time, as with the queues.
  const one =
    columns.find((column) => tabOf(column, week) === tab) ??
    columns.find(({ date }) => date === today) ??
    columns[0];
  const shown = narrow && one !== undefined ? [one] : columns;
  return (
    <>
      {found.problem !== null && <NotFetched problem={found.problem} onRetry={found.retry} />}
      {narrow && one !== undefined && columns.length > 1 && (
        <PersonTabs columns={columns} open={tabOf(one, week)} week={week} onOpen={setTab} />
      )}
      {found.unknown && found.problem === null && <Loading text={t("calendar.loading")} />}
      {!found.unknown && (
        <CalendarGrid
          key={search.week ? "week" : (days[0] ?? "")}
          columns={shown}
          today={today}
          week={week}
        />
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-6">
        <CheckboxField
          label={t("calendar.with-cancelled")}
          checked={withCancelled}
          onChange={setWithCancelled}
        />
        <p className="text-sm text-ink-soft max-lg:hidden">{t("calendar.keys")}</p>
      </div>
    </>
  );
}

function NobodyBooked() {
  const { t } = useTranslation("console");
  const { tenant, shopId } = useBookingDesk();
  const user = useUser();
  return (
    <div className="rounded-2xl border border-line bg-surface">
      <EmptyState title={t("calendar.nobody")} text={t("calendar.nobody-text")}>
        {user !== null && mayManage(roleIn(user, tenant)) && (
          <Link
            to="/console/$tenant/admin/shops/$shopId"
            params={{ tenant, shopId: String(shopId) }}
            search={{ tab: "providers" }}
            className="inline-flex min-h-11 items-center text-accent underline"
          >
            {t("calendar.make-provider")}
          </Link>
        )}
      </EmptyState>
    </div>
  );
}
