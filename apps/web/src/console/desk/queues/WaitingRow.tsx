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
      className="flex items-center gap-1 border-b border-line py-2 pr-1 last:border-b-0 data-[dragging]:bg-accent-soft data-[dragging]:opacity-70 data-[focus-visible]:-outline-offset-3"
    >
      <AriaButton
        ref={handle}
        slot="drag"
        aria-label={t("order.drag", { number: ticket.number })}
        className="flex h-11 w-8 shrink-0 cursor-grab touch-none items-center justify-center rounded-lg text-ink-soft hover:bg-sunken"
      >
        <Icon name="grip" />
      </AriaButton>
      <Place id={ticket.id} />
      <div className="min-w-0 grow pl-2">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="text-lg font-bold">{ticket.number}</span>
          <span className="min-w-0 truncate text-base">{ticket.full_name}</span>
        </p>
        <TicketFacts ticket={ticket} now={now} />
        <TicketBadges ticket={ticket} />
      </div>
      <CallChosen ticket={ticket} />
      <RowMenu ticket={ticket} length={length} onMove={onMove} />
    </GridListItem>
  );
}
