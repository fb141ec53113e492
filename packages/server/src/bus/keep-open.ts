import type { Logger } from "pino";
import { FIRST_PAUSE_MS, LONGEST_PAUSE_MS } from "./limits.ts";
import { pause } from "./pause.ts";
import { reasonOf } from "./reason-of.ts";

/** Opens a connection, says when it is open, and returns or fails when it is over or `stop` is told. */
export type HoldOpen = (stop: AbortSignal, opened: () => void) => Promise<void>;

export interface KeptOpen extends AsyncDisposable {
  up(): boolean;
}

/** Opens it again for as long as it is wanted. The log has a line when it is lost and one when it is back. */
export function keepOpen(hold: HoldOpen, log: Logger, name: string): KeptOpen {
  const stop = new AbortController();
  let isUp = false;
  const done = (async () => {
    let rest = FIRST_PAUSE_MS;
    let isNews = true;
    const opened = (): void => {
      isUp = true;
      rest = FIRST_PAUSE_MS;
      if (!isNews) log.info(`${name} is back`);
      isNews = true;
    };
    while (!stop.signal.aborted) {
      let reason = "closed by the other side";
      try {
        await hold(stop.signal, opened);
      } catch (error) {
        reason = reasonOf(error);
      }
      isUp = false;
      if (stop.signal.aborted) return;
      if (isNews) log.warn({ reason }, `${name} is away; trying again, the polls go on meanwhile`);
      else log.debug({ reason }, `${name} could not be opened`);
      isNews = false;
      await pause(rest, stop.signal);
      rest = Math.min(rest * 2, LONGEST_PAUSE_MS);
    }
  })();
  return {
    up: () => isUp,
    async [Symbol.asyncDispose]() {
      stop.abort();
      await done;
    },
  };
}
