import type { ShopEvent } from "@callnext/core";
import type { History } from "../history.ts";
import { TicketBook } from "./ticket-book.ts";
import type { Violation } from "./violation.ts";

/** The highest number of a queue that somebody still holds. */
const highestHeld = (book: TicketBook, queueId: string): number =>
  Math.max(
    0,
    ...[...book.tickets.values()]
      .filter(({ issuedIn, state }) => issuedIn === queueId && state !== "ended")
      .map(({ sequence }) => sequence),
  );

const faultsIn = (events: readonly ShopEvent[]): readonly string[] => {
  const faults: string[] = [];
  const book = new TicketBook();
  const last = new Map<string, number>();
  for (const event of events) {
    if (event.type === "service-day-started") {
      for (const queueId of last.keys()) last.set(queueId, highestHeld(book, queueId));
    }
    if (event.type === "ticket-issued") {
      const { queueId, sequence, number } = event;
      const expected = (last.get(queueId) ?? 0) + 1;
      if (sequence !== expected) faults.push(`${number} was given at ${event.seq} where ${expected} was due`);
      if (Number(number.replace(/^\D+/, "")) !== sequence) faults.push(`${number} does not say ${sequence}`);
      last.set(queueId, sequence);
    }
    book.take(event);
  }
  return faults;
};

/** P3: numbers are consecutive in each queue and service day, in the order of issue, and begin above those still held. */
export const checkNumbers = ({ eras }: History): readonly Violation[] =>
  eras.flatMap(({ log }) => faultsIn(log.map(({ event }) => event))).map((text) => ({ promise: "P3", text }));
