import type { TopicState } from "@callnext/client";
import type { StaffView } from "@callnext/protocol";
import { useMemo, useState } from "react";
import type { BookingDialog } from "../booking/bookings-context.ts";
import { BookingsProvider } from "../booking/BookingsProvider.tsx";
import { useBookingsTopic } from "../booking/data/use-bookings-topic.ts";
import { LiveNotice } from "../live/LiveNotice.tsx";
import { CalendarLink } from "../shell/CalendarLink.tsx";
import { TopBar } from "../shell/TopBar.tsx";
import { BoardAlarms } from "./boards/BoardAlarms.tsx";
import { CounterButton } from "./CounterButton.tsx";
import { DeskContext, type DeskDialog } from "./desk-context.ts";
import { DeskDialogs } from "./DeskDialogs.tsx";
import { DeskLayout } from "./DeskLayout.tsx";
import { servedQueues } from "./logic/served-queues.ts";
import { useCommands } from "./use-commands.ts";
import { useDeskChoice } from "./use-desk-choice.ts";

interface Props {
  readonly tenant: string;
  readonly shopId: number;
  readonly topic: TopicState<StaffView>;
  readonly view: StaffView;
}

export function DeskScreen({ tenant, shopId, topic, view }: Props) {
  const choice = useDeskChoice(tenant, shopId);
  const commands = useCommands(tenant);
  // Without a counter nobody can be called: ask for it first.
  const [dialog, openDialog] = useState<DeskDialog | null>(
    choice.counter === null ? { kind: "counter" } : null,
  );
  const [booking, onBooking] = useState<BookingDialog | null>(null);
  const expected = useBookingsTopic(shopId);
  const told = expected.view;
  const bookings = useMemo(
    () => new Map(Object.values(told?.appointments ?? {}).map((each) => [each.id, each])),
    [told],
  );
  const desk = useMemo(
    () => ({
      tenant,
      shopId,
      view,
      seq: topic.seq,
      counter: choice.counter,
      served: servedQueues(view, choice.queueIds),
      choice,
      commands,
      openDialog,
    }),
    [tenant, shopId, view, topic.seq, choice, commands],
  );
  return (
    <DeskContext value={desk}>
      <TopBar tenant={tenant} shopName={view.shop.self.name} stale={topic.stale}>
        <CalendarLink tenant={tenant} shopId={shopId} />
        <CounterButton />
      </TopBar>
      <LiveNotice topic={topic} timeZone={view.shop.self.time_zone} />
      <BoardAlarms />
      <BookingsProvider {...{ tenant, view, told, bookings, commands }} dialog={booking} onDialog={onBooking}>
        <DeskLayout shortcuts={dialog === null && booking === null} expected={expected} />
      </BookingsProvider>
      <DeskDialogs dialog={dialog} onClose={() => openDialog(null)} />
    </DeskContext>
  );
}
