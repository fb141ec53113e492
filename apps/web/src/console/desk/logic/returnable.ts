import type { StaffTicket, StaffView } from "@callnext/protocol";

/** No-shows who may still come back to the line, the one whose time ends first on top. */
export function returnable(view: StaffView, now: number): readonly StaffTicket[] {
  const grace = view.shop.self.grace_minutes * 60_000;
  return Object.values(view.tickets)
    .filter(
      (ticket) =>
        ticket.status === "no_show" && ticket.ended_at !== null && now - Date.parse(ticket.ended_at) <= grace,
    )
    .toSorted((a, b) => (a.ended_at ?? "").localeCompare(b.ended_at ?? ""));
}
