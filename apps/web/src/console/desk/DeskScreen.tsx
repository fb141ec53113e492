import type { TopicState } from "@callnext/client";
import type { StaffView } from "@callnext/protocol";
import { useMemo, useState } from "react";
import { LiveNotice } from "../live/LiveNotice.tsx";
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
        <CounterButton />
      </TopBar>
      <LiveNotice topic={topic} timeZone={view.shop.self.time_zone} />
      <BoardAlarms />
      <DeskLayout shortcuts={dialog === null} />
      <DeskDialogs dialog={dialog} onClose={() => openDialog(null)} />
    </DeskContext>
  );
}
