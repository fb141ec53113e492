import type { StaffTicket, StaffView } from "@callnext/protocol";

/** Who waits in a queue, in calling order. An entry without its ticket yet is left out rather than shown empty. */
export function lineOf(view: StaffView, queueId: string): readonly StaffTicket[] {
  const byEntry = new Map<number, StaffTicket>();
  for (const ticket of Object.values(view.tickets)) {
    if (ticket.queue_id === queueId && ticket.status === "waiting") byEntry.set(ticket.entry, ticket);
  }
  return (view.queues[queueId]?.line ?? []).flatMap((entry) => byEntry.get(entry) ?? []);
}
