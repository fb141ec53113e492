import type { StaffTicket, StaffView } from "@callnext/protocol";

/** The one ticket called to a counter or served at it. */
export function ticketAt(view: StaffView, counter: string): StaffTicket | null {
  return inHand(view).find((ticket) => ticket.counter === counter) ?? null;
}

/** Tickets at the other counters, by counter. */
export function elsewhere(view: StaffView, counter: string): readonly StaffTicket[] {
  return inHand(view)
    .filter((ticket) => ticket.counter !== counter)
    .toSorted((a, b) => (a.counter ?? "").localeCompare(b.counter ?? "", undefined, { numeric: true }));
}

/** Services interrupted, the longest on hold first. */
export function onHold(view: StaffView): readonly StaffTicket[] {
  return Object.values(view.tickets)
    .filter((ticket) => ticket.status === "on_hold")
    .toSorted((a, b) => (a.started_at ?? "").localeCompare(b.started_at ?? ""));
}

function inHand(view: StaffView): readonly StaffTicket[] {
  return Object.values(view.tickets).filter(
    (ticket) => ticket.status === "called" || ticket.status === "serving",
  );
}
