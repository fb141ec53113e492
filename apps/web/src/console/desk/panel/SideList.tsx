import type { StaffTicket } from "@callnext/protocol";
import type { ReactNode } from "react";

/** More than this at once is no list to read beside one's work. */
const MOST = 50;

interface Props {
  readonly title: string;
  readonly tickets: readonly StaffTicket[];
  readonly children: (ticket: StaffTicket) => ReactNode;
}

/** Not there while it is empty. */
export function SideList({ title, tickets, children }: Props) {
  if (tickets.length === 0) return null;
  return (
    <section className="rounded-2xl border border-line bg-surface p-4 shadow-sm">
      <h2 className="mb-2 flex items-center gap-2 text-base font-semibold">
        {title}
        <span className="rounded-full bg-sunken px-2 text-sm text-ink-soft">{tickets.length}</span>
      </h2>
      <ul className="flex flex-col divide-y divide-line">{tickets.slice(0, MOST).map(children)}</ul>
    </section>
  );
}
