import { deepEqual, type Display, displayTicket, isoTime, type ShopEvent } from "@callnext/core";
import type { DisplaySocketFrame } from "@callnext/protocol";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";
import { type BoardPast, moveOn, type TicketStep } from "./board-past.ts";

/** The frames that one event means to a board; the last one carries the event's seq. */
export interface BoardMessage {
  readonly seq: number;
  readonly frames: readonly DisplaySocketFrame[];
}

type Bare = DisplaySocketFrame & { readonly type: "ticket_called" | "ticket_updated" | "refresh" };

const refresh = (event: ShopEvent): Bare => ({ type: "refresh", timestamp: isoTime(event.at) });

const ticketFrames = (
  display: Display,
  event: ShopEvent,
  { before, after }: TicketStep,
  names: ShopSnapshot,
): readonly Bare[] => {
  const told = { ticket: { ...displayTicket(names, after, display) }, timestamp: isoTime(event.at) };
  const isShown = display.queueIds.includes(after.queueId);
  if (event.type === "ticket-called" || event.type === "ticket-recalled")
    return isShown ? [{ type: "ticket_called", ...told }] : [];
  const wasShown = before.calls > 0 && (isShown || display.queueIds.includes(before.queueId));
  if (!wasShown || deepEqual(before, after)) return [];
  const updated: Bare = { type: "ticket_updated", ...told };
  return event.type === "call-retracted" ? [updated, refresh(event)] : [updated];
};

/** A counter that comes into being for a call changes nothing that a board showed. */
const isBornForCall = (counterId: string, next: ShopEvent | undefined): boolean =>
  (next?.type === "ticket-called" || next?.type === "ticket-resumed") && next.counterId === counterId;

const changesBoard = (display: Display, event: ShopEvent, next: ShopEvent | undefined): boolean => {
  switch (event.type) {
    case "display-configured":
      return event.display.id === display.id;
    case "display-refreshed":
      return event.displayId === display.id;
    case "queue-configured":
      return display.queueIds.includes(event.queue.id);
    case "queue-status-changed":
      return display.queueIds.includes(event.queueId);
    case "counter-configured":
      return !isBornForCall(event.counter.id, next);
    case "service-day-started":
      return true;
    default:
      return false;
  }
};

/**
 * What these events mean to one board, live or after it was away: the same code, so a replayed message is the
 * missed one. `past` moves on with them. Names of queues, counters and agents are those of `names`, the present.
 */
export const boardMessages = (
  past: BoardPast,
  events: readonly ShopEvent[],
  names: ShopSnapshot,
): readonly BoardMessage[] =>
  events.flatMap((event, index) => {
    const step = moveOn(past, event);
    const { display } = past;
    if (display?.active !== true) return [];
    const told = changesBoard(display, event, events[index + 1]) ? [refresh(event)] : [];
    const frames = step === undefined ? told : ticketFrames(display, event, step, names);
    const last = frames.at(-1);
    if (last === undefined) return [];
    return [
      { seq: event.seq, frames: [...frames.slice(0, -1), { ...last, seq: event.seq, epoch: names.epoch }] },
    ];
  });
