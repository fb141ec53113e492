import type { Logger } from "pino";
import type { Bus, Hint } from "./bus.ts";
import { readHints } from "./hint-text.ts";
import { CLOSE_WITHIN_MS, MOST_NOTES } from "./limits.ts";
import { Listeners } from "./listeners.ts";
import { pause } from "./pause.ts";

/** What takes a bus's words from node to node. */
export interface Carrier extends AsyncDisposable {
  /** Hands over the newest seq of each shop, and texts to go as they are. May fail: what it had is lost then. */
  carry(hints: ReadonlyMap<number, number>, texts: readonly string[]): Promise<void>;
  up(): boolean;
}

/** What begins like this is a note and no hint. */
const NOTE = "!";

/** A bus over a carrier: whatever comes in while one load is under way leaves together with the next. */
export function createCarriedBus(log: Logger, open: (heard: (text: string) => void) => Carrier): Bus {
  const hints = new Listeners<Hint>(log);
  const notes = new Listeners<string>(log);
  let waiting = new Map<number, number>();
  const waitingNotes: string[] = [];
  let sending: Promise<void> | undefined;
  let closed = false;

  const carrier = open((text) => {
    if (text.startsWith(NOTE)) notes.tell(text.slice(NOTE.length));
    else for (const hint of readHints(text)) hints.tell(hint);
  });

  const send = async (): Promise<void> => {
    while (waiting.size + waitingNotes.length > 0 && !closed) {
      const load = waiting;
      waiting = new Map();
      try {
        await carrier.carry(load, waitingNotes.splice(0));
      } catch (error) {
        // The other nodes' polls find what these hints would have told them.
        log.debug({ err: error }, "hints were lost");
      }
    }
  };

  const start = (): void => {
    if (sending !== undefined || waiting.size + waitingNotes.length === 0 || closed) return;
    sending = send().finally(() => {
      sending = undefined;
      start();
    });
  };

  return {
    publish(shopId, seq) {
      waiting.set(shopId, Math.max(seq, waiting.get(shopId) ?? 0));
      start();
    },
    subscribe: (listener) => hints.add(listener),
    tell(note) {
      if (waitingNotes.length >= MOST_NOTES) return;
      waitingNotes.push(`${NOTE}${note}`);
      start();
    },
    hear: (listener) => notes.add(listener),
    up: () => carrier.up(),
    async [Symbol.asyncDispose]() {
      closed = true;
      // A load on its way may arrive; one that nobody answers is ended by the carrier's end.
      if (sending !== undefined) await pause(CLOSE_WITHIN_MS, new AbortController().signal, sending);
      await carrier[Symbol.asyncDispose]();
      await sending;
    },
  };
}
