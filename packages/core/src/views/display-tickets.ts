import type { Instant } from "../queue/time.ts";
import { displayView } from "./display-view.ts";
import { isoTime } from "./iso-time.ts";
import type { DisplayQueue, DisplaySettings, DisplayTicket } from "./types.ts";
import type { ViewInput } from "./view-input.ts";

/** The body of the second document's `GET …/displays/{id}/tickets/`. */
export interface DisplayTickets {
  /** What the document prints, and the shop's name, slug, zone and language for a board that can only poll. */
  readonly display: Omit<DisplaySettings, "active">;
  /** Newest call first, at most 10. */
  readonly tickets: readonly DisplayTicket[];
  /** How many wait, by queue id. */
  readonly waiting_stats: Readonly<Record<string, number>>;
  /** Beyond the document: names for the counts above. */
  readonly queues: readonly DisplayQueue[];
  readonly timestamp: string;
  readonly seq: number;
  readonly epoch: string;
}

/** Undefined where the shop has no such display. */
export const displayTickets = (
  input: ViewInput,
  displayId: string,
  told: { readonly now: Instant; readonly epoch: string },
): DisplayTickets | undefined => {
  const view = displayView(input, displayId);
  if (view === undefined) return undefined;
  const { active: _active, ...display } = view.display.self;
  return {
    display,
    tickets: view.order.self.flatMap((id) => view.tickets[id] ?? []),
    waiting_stats: Object.fromEntries(Object.values(view.queues).map(({ id, waiting }) => [id, waiting])),
    queues: Object.values(view.queues),
    timestamp: isoTime(told.now),
    seq: input.state.seq,
    epoch: told.epoch,
  };
};
