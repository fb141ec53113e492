import type { DisplayQueue, DisplayTicket, DisplayView } from "@callnext/protocol";
import { type BoardFacts, withoutDuplicates } from "./board-facts.ts";

/** A board's facts out of the native topic's view; null where the view is not whole. */
export function factsFromView(view: DisplayView, epoch: string, seq: number): BoardFacts | null {
  const settings = view.display?.self;
  if (settings === undefined) return null;
  const tickets: DisplayTicket[] = [];
  for (const id of view.order?.self ?? []) {
    const ticket = view.tickets?.[id];
    if (ticket !== undefined) tickets.push(ticket);
  }
  const queues: DisplayQueue[] = [];
  for (const id of Object.keys(view.queues ?? {})) {
    const queue = view.queues[id];
    if (queue !== undefined) queues.push(queue);
  }
  return { epoch, seq, settings, queues, tickets: withoutDuplicates(tickets) };
}
