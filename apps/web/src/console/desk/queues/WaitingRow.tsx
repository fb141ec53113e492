import type { StaffTicket } from "@callnext/protocol";
import { useRef } from "react";
import { Button as AriaButton, GridListItem } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Icon } from "../../../ui/Icon.tsx";
import { CallChosen } from "./CallChosen.tsx";
import { Place } from "./Place.tsx";
import { RowMenu } from "./RowMenu.tsx";
import { TicketBadges } from "../TicketBadges.tsx";
import { TicketFacts } from "../TicketFacts.tsx";
import { useTouchDrag } from "./use-touch-drag.ts";
import type { TouchDrag } from "./use-reorder.tsx";

interface Props {
  readonly ticket: StaffTicket;
  readonly now: number;
  readonly length: number;
  readonly onMove: (position: number) => void;
  readonly touch: TouchDrag;
}

export function WaitingRow({ ticket, now, length, onMove, touch }: Props) {
  const { t } = useTranslation("console");
  const row = useRef<HTMLDivElement>(null);
  const handle = useTouchDrag(ticket.id, row, touch);
  return (
    <GridListItem
      ref={row}
      id={ticket.id}
      textValue={[ticket.number, ticket.full_name].filter(Boolean).join(" ")}
      data-ticket={ticket.id}
      className="flex items-center border-b border-line py-1.5 pr-1 pl-1 last:border-b-0 data-[dragging]:bg-accent-soft data-[dragging]:opacity-70 data-[focus-visible]:-outline-offset-3"
    >
      <div className="relative flex min-h-11 w-12 shrink-0 items-center justify-center self-stretch text-ink-soft">
        <Icon name="grip" className="-mr-1 size-5" />
        <Place id={ticket.id} />
        <AriaButton
          ref={handle}
          slot="drag"
          aria-label={t("order.drag", { number: ticket.number })}
          // React-aria lets the pointer through to the row; a finger needs the handle itself.
          className="absolute inset-0 cursor-grab touch-none rounded-lg any-pointer-coarse:!pointer-events-auto"
        />
      </div>
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
      <RowMenu ticket={ticket} length={length} onMove={onMove} />
    </GridListItem>
  );
}
