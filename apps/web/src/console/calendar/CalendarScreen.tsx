import type { StaffView } from "@callnext/protocol";
import { useState } from "react";
import { useNow } from "../../ui/use-now.ts";
import type { BookingDialog } from "../booking/bookings-context.ts";
import { BookingsProvider } from "../booking/BookingsProvider.tsx";
import { useCommands } from "../desk/use-commands.ts";
import { LiveNotice } from "../live/LiveNotice.tsx";
import { roleIn } from "../session/roles.ts";
import { useUser } from "../session/use-user.ts";
import { DeskLink } from "../shell/DeskLink.tsx";
import { ShopRefused } from "../shell/ShopRefused.tsx";
import { TopBar } from "../shell/TopBar.tsx";
import { CalendarBody } from "./CalendarBody.tsx";
import type { CalendarSearch } from "./calendar-search.ts";
import { CalendarToolbar } from "./toolbar/CalendarToolbar.tsx";
import { addDays, mondayOf } from "./time/calendar-date.ts";
import { dayOf } from "./time/day-of.ts";
import { useCalendarBookings } from "./use-calendar-bookings.ts";

interface Props {
  readonly tenant: string;
  readonly view: StaffView;
  readonly search: CalendarSearch;
}

export function CalendarScreen({ tenant, view, search }: Props) {
  const shop = view.shop.self;
  const user = useUser();
  const commands = useCommands(tenant);
  const [dialog, onDialog] = useState<BookingDialog | null>(null);
  const today = dayOf(useNow(30_000), shop);
  const day = search.day ?? today;
  const days = search.week ? week(mondayOf(day)) : [day];
  const found = useCalendarBookings(tenant, view, days);
  const { topic, bookings } = found;
  if (topic.refused !== null && topic.view === null) return <ShopRefused code={topic.refused.code} />;
  // Names and telephone numbers are for those who serve.
  if (user !== null && roleIn(user, tenant) === "viewer") return <ShopRefused code="forbidden" />;
  const shown = { tenant, view, told: topic.view, bookings, commands, dialog, onDialog };
  return (
    <BookingsProvider {...shown}>
      <TopBar tenant={tenant} shopName={shop.name} stale={topic.stale}>
        <DeskLink tenant={tenant} shopId={shop.id} />
      </TopBar>
      <LiveNotice topic={topic} timeZone={shop.time_zone} />
      <main className="flex w-full grow flex-col gap-3 p-3 md:p-4">
        <CalendarToolbar search={search} day={day} today={today} />
        <CalendarBody found={found} days={days} today={today} search={search} />
      </main>
    </BookingsProvider>
  );
}

function week(monday: string): readonly string[] {
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index));
}
