import type { ShopEvent } from "../queue/events.ts";
import { ticketNumber } from "../queue/ticket-number.ts";
import { isOpenTicket } from "../queue/ticket-status.ts";
import type { ShopState } from "../queue/shop.ts";
import type { Run } from "./run-commands.ts";

const highestOpen = (state: ShopState, queueId: string): number =>
  Math.max(
    0,
    ...[...state.tickets.values()]
      .filter((ticket) => isOpenTicket(ticket) && ticket.issuedQueueId === queueId)
      .map((ticket) => ticket.sequence),
  );

/** Consecutive numbers in issue order per queue and service day, starting above those still open. */
export const brokenNumberRules = (run: Run): string[] => {
  const faults: string[] = [];
  const last = new Map<string, number>();
  const check = (event: ShopEvent, before: ShopState): void => {
    if (event.type === "service-day-started")
      for (const id of before.queues.keys()) last.set(id, highestOpen(before, id));
    if (event.type !== "ticket-issued") return;
    const expected = (last.get(event.queueId) ?? 0) + 1;
    if (event.sequence !== expected)
      faults.push(`N1: ${event.number} follows ${expected - 1} in ${event.queueId}`);
    const prefix = before.queues.get(event.queueId)?.prefix ?? "";
    if (event.number !== ticketNumber(prefix, event.sequence)) faults.push(`N2: ${event.number} is misspelt`);
    last.set(event.queueId, event.sequence);
  };
  for (const { before, events } of run.taken) for (const event of events) check(event, before);
  return faults;
};
