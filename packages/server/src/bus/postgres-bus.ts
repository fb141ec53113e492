import type pg from "pg";
import type { Logger } from "pino";
import type { Bus } from "./bus.ts";
import { HintListeners } from "./hint-listeners.ts";
import { hintTexts, readHints } from "./hint-text.ts";
import { listenTo } from "./listen-to.ts";

export interface PostgresBusOptions {
  readonly pool: pg.Pool;
  readonly connectionString: string;
  readonly log: Logger;
}

const CHANNEL = "callnext";

/** Hints by NOTIFY, sent after the commit (inside it they would queue all commits behind one lock). */
export function createPostgresBus(options: PostgresBusOptions): Bus {
  const { pool, log } = options;
  const listeners = new HintListeners(log);
  const waiting = new Map<number, number>();
  let sending: Promise<void> | undefined;
  let closed = false;

  const listening = listenTo({
    connectionString: options.connectionString,
    channel: CHANNEL,
    log,
    heard: (text) => {
      for (const hint of readHints(text)) listeners.tell(hint);
    },
  });

  // What comes in while one notification is under way leaves together with the next.
  const send = async (): Promise<void> => {
    while (waiting.size > 0 && !closed) {
      const texts = hintTexts(waiting);
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
    if (sending !== undefined || waiting.size === 0 || closed) return;
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
    subscribe: (listener) => listeners.add(listener),
    async [Symbol.asyncDispose]() {
      closed = true;
      await sending;
      await listening[Symbol.asyncDispose]();
    },
  };
}
