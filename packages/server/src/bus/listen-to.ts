import pg from "pg";
import type { Logger } from "pino";
import { keepOpen, type KeptOpen } from "./keep-open.ts";
import { ANSWER_WITHIN_MS, CHECK_EVERY_MS, OPEN_WITHIN_MS } from "./limits.ts";
import { pause } from "./pause.ts";

export interface ListenOptions {
  readonly connectionString: string;
  readonly channel: string;
  readonly log: Logger;
  readonly heard: (payload: string) => void;
}

/** A connection of its own that listens, is watched, and is opened again for as long as it is wanted. */
export function listenTo(options: ListenOptions): KeptOpen {
  return keepOpen(
    (stop, opened) => listenOnce(options, stop, opened),
    options.log,
    "the hints' connection to PostgreSQL",
  );
}

async function listenOnce(options: ListenOptions, stop: AbortSignal, opened: () => void): Promise<void> {
  const client = new pg.Client({
    connectionString: options.connectionString,
    application_name: "callnext hints",
    connectionTimeoutMillis: OPEN_WITHIN_MS,
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
      await pause(CHECK_EVERY_MS, stop, ended);
      if (!stop.aborted) await client.query("select 1");
    }
  } finally {
    // Ending a connection that is already gone is no failure.
    await client.end().catch(() => undefined);
  }
  if (failure !== undefined) throw failure;
}
