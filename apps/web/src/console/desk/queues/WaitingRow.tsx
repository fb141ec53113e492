import type { StaffTicket } from "@callnext/protocol";
import { GridListItem } from "react-aria-components";
import { CallChosen } from "./CallChosen.tsx";
import { DragHandle } from "./DragHandle.tsx";
import { RowMenu } from "./RowMenu.tsx";
import { TicketBadges } from "../TicketBadges.tsx";
import { TicketFacts } from "../TicketFacts.tsx";

interface Props {
  readonly ticket: StaffTicket;
  readonly now: number;
}

export function WaitingRow({ ticket, now }: Props) {
  return (
    <GridListItem
      id={ticket.id}
      textValue={[ticket.number, ticket.full_name].filter(Boolean).join(" ")}
      data-ticket={ticket.id}
      className="flex items-center border-b border-line py-1.5 pr-1 pl-1 last:border-b-0 data-[dragging]:bg-accent-soft data-[dragging]:opacity-70 data-[focus-visible]:-outline-offset-3"
    >
      <DragHandle ticket={ticket} />
      <div className="min-w-0 grow pl-1.5">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="text-lg font-bold tabular-nums">{ticket.number}</span>
          <TicketBadges ticket={ticket} />
        </div>
        {ticket.full_name && (
          <p className="truncate text-base" title={ticket.full_name}>
            {ticket.full_name}
          </p>
        )}
        <TicketFacts ticket={ticket} now={now} />
      </div>
      <CallChosen ticket={ticket} />
      <RowMenu ticket={ticket} />
    </GridListItem>
  );
}
