import type { StaffTicket } from "@callnext/protocol";
import type { ReactNode } from "react";

interface Props {
  readonly ticket: StaffTicket;
  readonly fact: string;
  readonly children?: ReactNode;
}

export function SideTicket({ ticket, fact, children }: Props) {
  return (
    <li className="flex min-h-14 items-center justify-between gap-3 py-2">
      <div className="min-w-0">
        <p className="flex flex-wrap gap-x-2">
          <span className="text-lg font-bold tabular-nums">{ticket.number}</span>
          <span className="truncate text-base">{ticket.full_name}</span>
        </p>
        <p className="text-sm text-ink-soft">{fact}</p>
      </div>
      {children}
    </li>
  );
}
