import type { createLog, RunningApp } from "@callnext/server";

/** A stop that hangs must not keep a deploy waiting. */
const LONGEST_STOP_MS = 20_000;

/** Finishes requests, tells the sockets when to return, stops the database it started; a second signal ends it at once. */
export function stopOnSignal(app: RunningApp, log: ReturnType<typeof createLog>): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, "stopping");
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
    app[Symbol.asyncDispose]().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, "the stop went wrong");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}
