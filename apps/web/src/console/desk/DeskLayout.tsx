import type { TopicState } from "@callnext/client";
import type { AppointmentsView } from "@callnext/protocol";
import { useMedia } from "../../ui/use-media.ts";
import { TodaysBookings } from "./bookings/TodaysBookings.tsx";
import { useDesk } from "./desk-context.ts";
import { KeyStrip } from "./KeyStrip.tsx";
import { SideLists } from "./panel/SideLists.tsx";
import { TicketPanel } from "./panel/TicketPanel.tsx";
import { QueueBoard } from "./queues/QueueBoard.tsx";
import { SimulationBar } from "./SimulationBar.tsx";
import { useDeskShortcuts } from "./use-desk-shortcuts.ts";

interface Props {
  readonly shortcuts: boolean;
  readonly expected: TopicState<AppointmentsView>;
}

/** The current ticket comes first on a phone and stands at the right on a wide screen. */
export function DeskLayout({ shortcuts, expected }: Props) {
  useDeskShortcuts(shortcuts);
  const { served } = useDesk();
  const oneColumn = useMedia("(max-width: 63.99rem)");
  const roomy = useMedia("(min-width: 120rem)");
  // Beneath three queues nobody would see them.
  const besideQueues = served.length < 3 || oneColumn || roomy;
  return (
    <>
      <SimulationBar />
      <main className="mx-auto grid w-full max-w-[120rem] grow grid-cols-1 content-start items-start gap-4 p-3 md:p-4 lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[auto_1fr] 2xl:grid-cols-[minmax(0,1fr)_28rem]">
        <div className="lg:col-start-2">
          <TicketPanel />
        </div>
        <div className="min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <QueueBoard expected={besideQueues ? expected : null} />
        </div>
        <div className="flex flex-col gap-4 lg:col-start-2">
          {!besideQueues && <TodaysBookings topic={expected} />}
          <SideLists />
        </div>
      </main>
      <KeyStrip />
    </>
  );
}
