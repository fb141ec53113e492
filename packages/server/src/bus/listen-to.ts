import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import type { Logger } from "pino";

export interface ListenOptions {
  readonly connectionString: string;
  readonly channel: string;
  readonly log: Logger;
  readonly heard: (payload: string) => void;
}

/** A connection can be dead without saying so: one that leaves this question unanswered is replaced. */
const CHECK_EVERY_MS = 5_000;
const ANSWER_WITHIN_MS = 3_000;
const LONGEST_PAUSE_MS = 2_000;

/** A connection of its own that listens, is watched, and is opened again for as long as it is wanted. */
export function listenTo(options: ListenOptions): AsyncDisposable {
  const stop = new AbortController();
  const done = keepListening(options, stop.signal);
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      await done;
    },
  };
}

async function keepListening(options: ListenOptions, stop: AbortSignal): Promise<void> {
  let pause = 100;
  while (!stop.aborted) {
    try {
      await listenOnce(options, stop, () => (pause = 100));
    } catch (error) {
      options.log.warn({ err: error }, "the hints' connection was lost; opening it again");
    }
    // Rejects when stopped, which ends the loop.
    await wait(pause, undefined, { signal: stop }).catch(() => undefined);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

async function listenOnce(options: ListenOptions, stop: AbortSignal, opened: () => void): Promise<void> {
  const client = new pg.Client({
    connectionString: options.connectionString,
    application_name: "callnext hints",
    connectionTimeoutMillis: 5_000,
    query_timeout: ANSWER_WITHIN_MS,
    keepAlive: true,
  });
  let failure: Error | undefined;
  const ended = new Promise<void>((resolve) => {
    client.on("error", (error) => {
      failure = error;
      resolve();
    });
    client.on("end", () => resolve());
  });
  try {
    await client.connect();
    client.on("notification", (message) => options.heard(message.payload ?? ""));
    await client.query(`listen ${client.escapeIdentifier(options.channel)}`);
    opened();
    while (!stop.aborted && failure === undefined) {
      await pauseUntil(ended, stop);
      if (!stop.aborted) await client.query("select 1");
    }
  } finally {
    // Ending a connection that is already gone is no failure.
    await client.end().catch(() => undefined);
  }
  if (failure !== undefined) throw failure;
}

async function pauseUntil(ended: Promise<void>, stop: AbortSignal): Promise<void> {
  const timer = new AbortController();
  const signal = AbortSignal.any([stop, timer.signal]);
  await Promise.race([ended, wait(CHECK_EVERY_MS, undefined, { signal }).catch(() => undefined)]);
  timer.abort();
}
