import type { DisplaySettings, DisplayTicket } from "@callnext/protocol";

/** `GET /public/tenants/{slug}/displays/{id}/tickets/` */
export interface LiteAnswer {
  readonly display: Omit<DisplaySettings, "active">;
  readonly tickets: readonly DisplayTicket[];
  readonly queues: readonly { readonly id: string; readonly name: string; readonly waiting: number }[];
  readonly timestamp: string;
  readonly seq: number;
  readonly epoch: string;
}

/** What the second document's socket says. */
export interface LiteFrame {
  readonly type: string;
  readonly ticket?: DisplayTicket;
  readonly seq?: number;
  readonly epoch?: string;
}

/** Everything that this board knows. Changed in place: old engines collect garbage with a pause that is seen. */
export interface LiteState {
  answer: LiteAnswer | null;
  tickets: readonly DisplayTicket[];
  seq: number;
  epoch: string;
  /** When the calls were last proved to be the newest, ms since the epoch; 0: never. */
  provedAt: number;
  /** When the server last answered a poll, the counts with it; 0: never. */
  polledAt: number;
  /** When the socket told of something that only a poll can bring, ms since the epoch; 0: nothing is owed. */
  owedSince: number;
  heard: string[];
  newestCallAt: number;
  /** To be announced, in order; the first is being announced. */
  pending: DisplayTicket[];
}

/** After this long without proof a board says that it is not live. */
export var STALE_AFTER_MS = 8_000;
var SHOWN = 10;
/** Far more than a board can show, so that none comes back. */
var REMEMBERED = 400;

export function emptyState(): LiteState {
  return {
    answer: null,
    tickets: [],
    seq: 0,
    epoch: "",
    provedAt: 0,
    polledAt: 0,
    owedSince: 0,
    heard: [],
    newestCallAt: 0,
    pending: [],
  };
}

export function isStale(state: LiteState, now: number): boolean {
  return state.answer === null || now - state.provedAt >= STALE_AFTER_MS;
}

/** A poll that began at `startedAt` brought the whole board; false where it is older than what is shown. */
export function learnAnswer(state: LiteState, answer: LiteAnswer, startedAt: number, now: number): boolean {
  var known = state.answer !== null;
  if (known && answer.epoch === state.epoch && answer.seq < state.seq) return false;
  if (known && answer.epoch !== state.epoch && startedAt <= state.provedAt) return false;
  // After an outage, and at the start, missed calls are shown, not announced: their time has passed.
  var late = isStale(state, now);
  var queues = queueIdsOf(state);
  state.answer = answer;
  state.epoch = answer.epoch;
  state.seq = answer.seq;
  state.polledAt = now;
  // A poll that was under way by then may not know of it.
  if (startedAt >= state.owedSince) state.owedSince = 0;
  prove(state, startedAt);
  take(state, answer.tickets, late ? null : queues);
  return true;
}

/** A call or a change from the socket. What cannot be told from the frame is owed to the board until a poll brings it. */
export function learnFrame(state: LiteState, frame: LiteFrame, now: number): void {
  if (frame.ticket === undefined || frame.seq === undefined || frame.epoch !== state.epoch) {
    state.owedSince = now;
    return;
  }
  if (state.answer === null || frame.seq <= state.seq) return;
  var late = isStale(state, now);
  state.seq = frame.seq;
  take(state, withTicket(state.tickets, frame.ticket, frame.type), late ? null : queueIdsOf(state));
}

/** All that had happened at `askedAt` was told, by the socket. */
export function provedByPong(state: LiteState, askedAt: number): void {
  if (state.owedSince === 0) prove(state, askedAt);
}

function prove(state: LiteState, at: number): void {
  state.provedAt = Math.max(state.provedAt, at);
}

function withTicket(
  tickets: readonly DisplayTicket[],
  ticket: DisplayTicket,
  type: string,
): readonly DisplayTicket[] {
  function isOther(other: DisplayTicket): boolean {
    return other.id !== ticket.id;
  }
  function changed(other: DisplayTicket): DisplayTicket {
    return other.id === ticket.id ? ticket : other;
  }
  if (type !== "ticket_called") return tickets.map(changed);
  return [ticket].concat(tickets.filter(isOther)).slice(0, SHOWN);
}

/** `queues`: those whose calls are news; null where none is. */
function take(state: LiteState, tickets: readonly DisplayTicket[], queues: readonly string[] | null): void {
  function isNews(ticket: DisplayTicket): boolean {
    return (
      stillCalls(ticket) &&
      state.heard.indexOf(keyOf(ticket)) < 0 &&
      calledAt(ticket) >= state.newestCallAt &&
      queues !== null &&
      queues.indexOf(ticket.queue_id) >= 0
    );
  }
  function isDue(pending: DisplayTicket): boolean {
    return tickets.some(function (ticket): boolean {
      return stillCalls(ticket) && keyOf(ticket) === keyOf(pending);
    });
  }
  var news = tickets.filter(isNews).reverse();
  state.tickets = tickets;
  state.pending = state.pending.filter(isDue).concat(news);
  tickets.forEach(function (ticket): void {
    state.newestCallAt = Math.max(state.newestCallAt, calledAt(ticket));
    if (state.heard.indexOf(keyOf(ticket)) < 0) state.heard.push(keyOf(ticket));
  });
  state.heard = state.heard.slice(-REMEMBERED);
}

/** Names a call for ever: calls of a ticket only grow. */
export function keyOf(ticket: DisplayTicket): string {
  return ticket.id + ":" + String(ticket.calls);
}

function stillCalls(ticket: DisplayTicket): boolean {
  return ticket.status === "appele" || ticket.status === "en_service";
}

function calledAt(ticket: DisplayTicket): number {
  return ticket.called_at === null ? 0 : Date.parse(ticket.called_at) || 0;
}

function queueIdsOf(state: LiteState): readonly string[] {
  if (state.answer === null) return [];
  return state.answer.queues.map(function (queue): string {
    return queue.id;
  });
}
