import type { ShopState } from "../queue/shop.ts";
import type { Ticket } from "../queue/ticket.ts";

const SAFE_DIGITS = /^(?:0|[1-9]\d{0,8})$/u;

export const counterLabel = (state: ShopState, ticket: Pick<Ticket, "counterId">): string | null =>
  ticket.counterId === null ? null : (state.counters.get(ticket.counterId)?.label ?? null);

/** The second document's boards read an integer where the label is digits. `007` stays a text: it would lose its zeros. */
export const counterOnWire = (label: string | null): string | number | null =>
  label !== null && SAFE_DIGITS.test(label) ? Number(label) : label;
