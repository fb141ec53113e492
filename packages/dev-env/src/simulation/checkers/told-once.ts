import type { BoardFrame, Era, History } from "../history.ts";
import { eraAt, headAt } from "./eras.ts";
import { TicketBook } from "./ticket-book.ts";
import type { Violation } from "./violation.ts";

const ON_THE_WAY_MS = 1_500;

interface Call {
  readonly ticketId: string;
  readonly calls: number;
}

/** The calls that a board has to tell, by seq. */
const callsOf = ({ log }: Era, displayId: string): ReadonlyMap<number, Call> => {
  const book = new TicketBook();
  const calls = new Map<number, Call>();
  let shown: readonly string[] = [];
  for (const { event } of log) {
    book.take(event);
    if (event.type === "display-configured" && event.display.id === displayId) shown = event.display.queueIds;
    if (event.type !== "ticket-called" && event.type !== "ticket-recalled") continue;
    const ticket = book.tickets.get(event.ticketId);
    if (ticket !== undefined && shown.includes(ticket.queueId))
      calls.set(event.seq, { ticketId: ticket.id, calls: ticket.calls });
  }
  return calls;
};

/** One board's memory of what it was told, and what is wrong with it. */
class Listener {
  readonly faults: string[] = [];
  readonly #eras: ReadonlyMap<string, ReadonlyMap<number, Call>>;
  #told: { epoch: string; seq: number } | null = null;

  constructor(eras: ReadonlyMap<string, ReadonlyMap<number, Call>>) {
    this.#eras = eras;
  }

  take(frame: BoardFrame): void {
    const { type, epoch, seq } = frame;
    if (epoch === null || seq === null) {
      if (type === "ticket_called") this.faults.push("a call carries no place to resume from");
      return;
    }
    const calls = this.#eras.get(epoch);
    if (type === "ticket_called") this.#call(frame, calls?.get(seq));
    if (this.#told !== null && this.#told.epoch === epoch && this.#told.seq >= seq)
      this.faults.push(`a ${type} at ${seq} came again, or late`);
    if (this.#told?.epoch === epoch)
      this.missed(epoch, this.#told.seq, type === "ticket_called" ? seq - 1 : seq);
    this.#told = { epoch, seq };
  }

  /** Calls in between that were not told; after the first frame of an epoch there are none to miss. */
  missed(epoch: string, from: number, to: number): void {
    for (const seq of this.#eras.get(epoch)?.keys() ?? []) {
      if (seq > from && seq <= to) this.faults.push(`the call at ${seq} of ${epoch} was never told`);
    }
  }

  atEnd(epoch: string, head: number): void {
    if (this.#told?.epoch !== epoch)
      this.faults.push(`it stands in ${this.#told?.epoch ?? "no epoch"} at the end`);
    else this.missed(epoch, this.#told.seq, head);
  }

  #call({ ticketId, calls, seq }: BoardFrame, call: Call | undefined): void {
    if (call?.ticketId !== ticketId || call?.calls !== calls)
      this.faults.push(`it was told of a call at ${seq} that never was`);
  }
}

/** P10: over all reconnections with `since`, each call is told to each board once and in order. */
export const checkToldOnce = (history: History): readonly Violation[] =>
  history.boards.flatMap(({ name, displayId }) => {
    const listener = new Listener(new Map(history.eras.map((era) => [era.epoch, callsOf(era, displayId)])));
    const frames = history.boardFrames.filter((frame) => frame.board === name);
    let last = -1;
    for (const at of [...history.calms.map(({ to }) => to), history.endedAt]) {
      for (const frame of frames) if (frame.at > last && frame.at <= at) listener.take(frame);
      const era = eraAt(history, at);
      if (era !== undefined) listener.atEnd(era.epoch, headAt(era, at - ON_THE_WAY_MS));
      last = at;
    }
    return listener.faults.map((text) => ({ promise: "P10", text: `${name}: ${text}` }));
  });
