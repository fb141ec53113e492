import { KeyStrip } from "./KeyStrip.tsx";
import { SideLists } from "./panel/SideLists.tsx";
import { TicketPanel } from "./panel/TicketPanel.tsx";
import { QueueBoard } from "./queues/QueueBoard.tsx";
import { SimulationBar } from "./SimulationBar.tsx";
import { useDeskShortcuts } from "./use-desk-shortcuts.ts";

/** The current ticket comes first on a phone and stands at the right on a wide screen. */
export function DeskLayout({ shortcuts }: { readonly shortcuts: boolean }) {
  useDeskShortcuts(shortcuts);
  return (
    <>
      <SimulationBar />
      <main className="mx-auto grid w-full max-w-[120rem] grow grid-cols-1 content-start items-start gap-4 p-3 md:p-4 lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[auto_1fr] 2xl:grid-cols-[minmax(0,1fr)_28rem]">
        <div className="lg:col-start-2">
          <TicketPanel />
        </div>
        <div className="min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <QueueBoard />
        </div>
        <div className="lg:col-start-2">
          <SideLists />
        </div>
      </main>
      <KeyStrip />
    </>
  );
}
