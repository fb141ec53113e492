import type { Frame } from "./test-client.ts";

export interface CalledTicket {
  readonly id: string;
  readonly number: string;
}

/** The second document's `onMessage`, line by line: chime, no duplicates, newest first, ten in memory, then a fetch. */
export const secondDocumentPage = (frames: readonly Frame[]) => {
  let tickets: readonly CalledTicket[] = [];
  let chimes = 0;
  let fetches = 0;
  for (const frame of frames) {
    const ticket = frame["ticket"] as CalledTicket | undefined;
    if (frame.type === "ticket_called" && ticket !== undefined) {
      chimes += 1;
      const exists = tickets.some((t) => t.id === ticket.id);
      if (!exists) tickets = [ticket, ...tickets].slice(0, 10);
      fetches += 1;
    }
    if (frame.type === "refresh") fetches += 1;
  }
  return { tickets, chimes, fetches };
};
