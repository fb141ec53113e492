import type { LoggedEvent, ShopLog } from "../oracle/shop-log.ts";

const EPOCH = "an epoch";

export type Step = readonly [type: string, ticketId: string, more?: Readonly<Record<string, unknown>>];

/** A log as the database would hold it, written by hand. */
export function plantedLog(steps: readonly Step[]): ShopLog {
  const events: LoggedEvent[] = steps.map(([type, ticketId, more], index) => ({
    seq: index + 1,
    type,
    body: { ticketId, ...more },
  }));
  return { epoch: EPOCH, seq: events.length, events, tickets: [] };
}
