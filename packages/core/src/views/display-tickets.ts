import type { Instant } from "../queue/time.ts";
import { displayView } from "./display-view.ts";
import { isoTime } from "./iso-time.ts";
import type { DisplaySettings, DisplayTicket } from "./types.ts";
import type { ViewInput } from "./view-input.ts";

/** The body of the second document's `GET …/displays/{id}/tickets/`. */
export interface DisplayTickets {
  readonly display: Omit<
    DisplaySettings,
    "shop_id" | "shop_slug" | "shop_name" | "tenant_slug" | "time_zone" | "locale" | "active"
  >;
  /** Newest call first, at most 10. */
  readonly tickets: readonly DisplayTicket[];
  /** How many wait, by queue id. */
  readonly waiting_stats: Readonly<Record<string, number>>;
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
  const {
    shop_id: _id,
    shop_slug: _slug,
    shop_name: _shop,
    tenant_slug: _tenant,
    ...rest
  } = view.display.self;
  const { time_zone: _zone, locale: _locale, active: _active, ...display } = rest;
  return {
    display,
    tickets: view.order.self.flatMap((id) => view.tickets[id] ?? []),
    waiting_stats: Object.fromEntries(Object.values(view.queues).map(({ id, waiting }) => [id, waiting])),
    timestamp: isoTime(told.now),
    seq: input.state.seq,
    epoch: told.epoch,
  };
};
