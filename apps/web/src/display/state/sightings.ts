import type { DisplayTicket, SeenCall } from "@callnext/protocol";
import { keyOf } from "./announcement.ts";

/** What this board has drawn and announced of the calls it shows: the server is told what is new. */
export class Sightings {
  private seen: ReadonlyMap<string, SeenCall> = new Map();

  /** The tickets stand on the screen now, ms since the epoch. */
  drawn(tickets: readonly DisplayTicket[], at: number): readonly SeenCall[] {
    const fresh: SeenCall[] = [];
    const seen = new Map<string, SeenCall>();
    for (const ticket of tickets) {
      // A server that does not say how often it was called leaves nothing to report.
      if (ticket.calls < 1) continue;
      const known = this.seen.get(keyOf(ticket));
      const call = known ?? sightingOf(ticket, at);
      if (known === undefined) fresh.push(call);
      seen.set(keyOf(ticket), call);
    }
    this.seen = seen;
    return fresh;
  }

  /** Its chime sounds now. */
  announced(ticket: DisplayTicket, at: number): readonly SeenCall[] {
    const known = this.seen.get(keyOf(ticket)) ?? sightingOf(ticket, at);
    const call = { ...known, announced_at: new Date(at).toISOString() };
    this.seen = new Map(this.seen).set(keyOf(ticket), call);
    return [call];
  }
}

function sightingOf(ticket: DisplayTicket, at: number): SeenCall {
  const drawn_at = new Date(at).toISOString();
  return { ticket_id: ticket.id, calls: ticket.calls, drawn_at, announced_at: null };
}
