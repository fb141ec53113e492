import type { StaffTicket, StaffView } from "./types.ts";

const made = new WeakMap<StaffTicket, StaffTicket>();

/** The identical object again for the same ticket, so that deltas cost no comparison. */
const unnamed = (ticket: StaffTicket): StaffTicket => {
  if (ticket.full_name === null && ticket.phone === null) return ticket;
  const before = made.get(ticket);
  if (before !== undefined) return before;
  const without = { ...ticket, full_name: null, phone: null };
  made.set(ticket, without);
  return without;
};

/** What staff see who may follow a shop and not know its visitors: everything but who they are. */
export const withoutVisitors = (view: StaffView): StaffView => ({
  ...view,
  tickets: Object.fromEntries(Object.entries(view.tickets).map(([id, ticket]) => [id, unnamed(ticket)])),
});
