import type pg from "pg";
import type { Logger } from "pino";
import type { Bus } from "./bus.ts";
import { createCarriedBus } from "./carried-bus.ts";
import { hintTexts } from "./hint-text.ts";
import { listenTo } from "./listen-to.ts";

export interface PostgresBusOptions {
  readonly pool: pg.Pool;
  readonly connectionString: string;
  readonly log: Logger;
}

const CHANNEL = "callnext";

/** Hints by NOTIFY, sent after the commit (inside it they would queue all commits behind one lock). */
export function createPostgresBus({ pool, connectionString, log }: PostgresBusOptions): Bus {
  return createCarriedBus(log, (heard) => {
    const listening = listenTo({ connectionString, channel: CHANNEL, log, heard });
    return {
      async carry(hints, texts) {
        for (const text of [...hintTexts(hints), ...texts]) {
          await pool.query({ name: "notify", text: "select pg_notify($1, $2)", values: [CHANNEL, text] });
        }
      },
      up: () => listening.up(),
      [Symbol.asyncDispose]: () => listening[Symbol.asyncDispose](),
    };
  });
}
