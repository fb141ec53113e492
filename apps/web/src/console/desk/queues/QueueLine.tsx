import type { StaffQueue, StaffTicket } from "@callnext/protocol";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { GridList } from "react-aria-components";
import { Button } from "../../../ui/Button.tsx";
import { useNow } from "../../../ui/use-now.ts";
import { PlacesContext } from "./places-context.ts";
import { useReorder } from "./use-reorder.tsx";
import { WaitingRow } from "./WaitingRow.tsx";

/** A shop may hold thousands; a screen shows this many at a time. */
const SHOWN_AT_ONCE = 60;

interface Props {
  readonly queue: StaffQueue;
  readonly line: readonly StaffTicket[];
}

export function QueueLine({ queue, line }: Props) {
  const { t } = useTranslation("console");
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  const now = useNow(15_000);
  const reorder = useReorder(queue, line);
  const byId = new Map(line.map((ticket) => [ticket.id, ticket]));
  const rows = reorder.order.slice(0, most).flatMap((id) => byId.get(id) ?? []);
  return (
    <PlacesContext value={reorder.places}>
      <GridList
        aria-label={t("queue.line", { queue: queue.name })}
        items={rows}
        dependencies={[now]}
        dragAndDropHooks={reorder.dragAndDropHooks}
        keyboardNavigationBehavior="tab"
        // Letters are the desk's shortcuts here.
        disallowTypeAhead
        className="max-h-[60dvh] overflow-y-auto outline-none lg:max-h-[calc(100dvh-21rem)]"
      >
        {(ticket) => <WaitingRow ticket={ticket} now={now} />}
      </GridList>
      {reorder.order.length > most && (
        <div className="border-t border-line p-2 text-center">
          <Button variant="quiet" onPress={() => setMost(most + SHOWN_AT_ONCE)}>
            {t("queue.more", { count: reorder.order.length - most })}
          </Button>
        </div>
      )}
    </PlacesContext>
  );
}
