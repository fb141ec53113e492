import type pg from "pg";
import type { Logger } from "pino";
import type { Bus, Hint } from "./bus.ts";
import { hintTexts, readHints } from "./hint-text.ts";
import { listenTo } from "./listen-to.ts";
import { Listeners } from "./listeners.ts";

export interface PostgresBusOptions {
  readonly pool: pg.Pool;
  readonly connectionString: string;
  readonly log: Logger;
}

const CHANNEL = "callnext";
/** What begins like this is no hint, and nodes of older releases pass it over. */
const NOTE = "!";
/** Waiting to be sent; those beyond are lost. */
const MOST_NOTES = 1_000;

/** Hints by NOTIFY, sent after the commit (inside it they would queue all commits behind one lock). */
export function createPostgresBus(options: PostgresBusOptions): Bus {
  const { pool, log } = options;
  const hints = new Listeners<Hint>(log);
  const notes = new Listeners<string>(log);
  const waiting = new Map<number, number>();
  const waitingNotes: string[] = [];
  let sending: Promise<void> | undefined;
  let closed = false;

  const listening = listenTo({
    connectionString: options.connectionString,
    channel: CHANNEL,
    log,
    heard: (text) => {
      if (text.startsWith(NOTE)) notes.tell(text.slice(NOTE.length));
      else for (const hint of readHints(text)) hints.tell(hint);
    },
  });

  // What comes in while one notification is under way leaves together with the next.
  const send = async (): Promise<void> => {
    while (waiting.size + waitingNotes.length > 0 && !closed) {
      const texts = [...hintTexts(waiting), ...waitingNotes.splice(0)];
      waiting.clear();
      try {
        for (const text of texts) {
          await pool.query({ name: "notify", text: "select pg_notify($1, $2)", values: [CHANNEL, text] });
        }
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
    async [Symbol.asyncDispose]() {
      closed = true;
      await sending;
      await listening[Symbol.asyncDispose]();
    },
  };
}
